"""Nouns that are labels: they say what somebody is thought of, or whom he follows, rather than what office or task he has."""

from sayso.resolve.listed import word_set

_CONVICTIONS = word_set(
    """
    radical extremist reformist populist nationalist fascist marxist communist socialist leftist rightist centrist conservative liberal
    progressive islamist secularist separatist anarchist royalist monarchist feminist imperialist libertarian reactionary loyalist
    """
)
_DEGREES = ("ultra", "ultra-", "arch", "arch-", "neo", "neo-", "anti-", "crypto-", "pseudo-", "semi-")
DEGREES = frozenset(degree + word for degree in _DEGREES for word in _CONVICTIONS)
"""Convictions, more or less than held: "ultraconservative", "neo-fascist", "anti-communist"."""

LABELS = DEGREES | word_set(
    """
    hardliner hard-liner moderate radical extremist reformist populist nationalist fascist marxist communist socialist
    leftist rightist centrist conservative liberal progressive islamist secularist separatist anarchist tyrant dictator
    despot autocrat strongman traitor hero villain liar thief criminal crook fraudster cheat coward hypocrite fool
    puppet stooge crony henchman cult terrorist militant rebel heretic apostate infidel oligarch saint genius monster
    racist sexist bigot demagogue warmonger clown idiot enemy patriot martyr butcher ruler
    reactionary collaborator fanatic zealot loyalist dissident royalist monarchist feminist globalist isolationist jihadist
    salafist hawk dove maverick firebrand saviour savior visionary opportunist turncoat imperialist colonialist libertarian
    supremacist nazi neo-nazi gangster mobster murderer warlord lackey charlatan fraud bully lunatic madman renegade quisling
    environmentalist pacifist unionist secessionist fundamentalist ideologue technocrat pragmatist
    revolutionary reformer sect mafia hooligan thug rabble scoundrel parasite quack
    """
)

FOLLOWERS = word_set(
    """
    supporter backer follower ally adherent devotee disciple sympathiser sympathizer apologist admirer
    """
)
"""Nouns that place people by whom they follow: "supporters of Ben Holm". Whoever opposes somebody is a critic, which is found
and not what he is called."""
