"""Loaded words: evaluative nouns, adjectives and verbs that a writer may put on somebody (codebook, decisions 5 and 23).

A list of stems, matched at the beginning of a word. It says which words judge, not whom, and never stands for a stance.
"""

import re

NOUNS = (
    "bloodsucker wretch degenerate pervert philanderer adulterer drunkard hothead slumlord mobster looter "
    "abomination abuser accomplice adversary agitator amateur anarchist angel apologist apostate appeaser arrogance "
    "arsonist assassin atrocities atrocity autocrat backstabber bandit barbarian benefactor betrayal bigot "
    "blackmailer blowhard blunder blunderer boor bootlicker braggart brainwash brat bravery brawler bribery brigand "
    "brilliance brutality brute buffoon bully bungler bungling butcher cabal cad careerist catastrophe chameleon "
    "champion chaos charade charlatan cheat clique clown collaborationist collaborator con-man conman conspirator "
    "corruption courage coward cowardice crime crimes criminal crony cronyism crook cruelty crybaby cult cutthroat "
    "cynic darling debacle deceit decency deception demagogue demon despot despotism devil dictator dictatorship "
    "dinosaur disaster disgrace dishonesty dolt dope dunce dupe dwarf elitist embezzler enabler enemy evildoer "
    "excellence extortionist extremist fabrication failure falsehood fanatic farce fascist felon fiasco fiend "
    "figurehead firebrand firebug flatterer flunkey fool fraud fraudster freak freeloader gangster generosity genius "
    "ghoul glutton goon gravedigger hatemonger hawk henchman heretic hero heroine heroism hireling honor honour "
    "hoodlum hooligan huckster hypocrisy hypocrite idiot ignoramus imbecile imposter impostor incompetence "
    "incompetent infidel informer injustice insurrectionist integrity intruder jackal jackboot jester jingoist judas "
    "junta killer kleptocrat knave lackey lapdog laughing-stock leech legend liar lie lies lifesaver loser loudmouth "
    "lout luminary lunatic madman madwoman maestro mafia mafioso malpractice maniac marionette martyr massacre "
    "master-thief mastermind masterpiece megalomaniac menace mercenary mess militant misconduct mismanagement mob "
    "monster moron mouthpiece mudslinger murderer negligence nepotism nihilist nincompoop nitwit nobody nonentity "
    "nonsense nuisance obscenity oligarch opportunism opportunist oppression oppressor outlaw outrage parasite pariah "
    "parody patriot pawn peacemaker peacock pest phony plague plunder plunderer poodle populist predator profiteer "
    "propagandist puppet puppeteer quack quisling rabble-rouser racist racketeer radical rascal reactionary rebel "
    "recklessness regime renegade repression reprobate robber robbery rogue ruffian sabotage saboteur sadist sage "
    "saint savages savior saviour scam scammer scandal scapegoat scarecrow schemer scoundrel scourge sell-out sellout "
    "serpent sexist sham shambles shame shill showman shyster sinner slanderer slaver sleaze slob smear smuggler snob "
    "squanderer statesman stooge strongman stuntman subversive supremacist swindle swindler swine sycophant "
    "tax-dodger terrorism terrorist theft thief thieves thug titan toady torturer trailblazer traitor treachery "
    "treason treasure trickster triumph troublemaker turncoat tyranny tyrant upstart usurper vandal villain villainy "
    "viper visionary vulture warhorse warlord warmonger weakling weasel whitewash wimp windbag wisdom witch-hunt "
    "wizard wrecker wrongdoing xenophobe yes-man zealot"
)
ADJECTIVES = (
    "abhorrent abject abominable abrasive absurd abusive abysmal admirable admired aggressive amateurish appalling "
    "arrogant astute atrocious authoritarian autocratic awful awkward backward bankrupt barbaric baseless beleaguered "
    "belligerent beloved biased bigoted bloated blood-soaked bloodthirsty bogus boorish brainless brave brazen "
    "brilliant brutal bumbling bungling callous cantankerous capable cavalier chaotic charismatic cherished childish "
    "clueless clumsy cold-blooded coldblooded compassionate complacent conceited contemptible contemptuous "
    "controversial corrupt courageous courteous cowardly crafty craven crazed crazy criminal crooked crude cruel "
    "cunning cynical dangerous dastardly deceitful decent deceptive decisive dedicated defiant delusional demagogic "
    "demented deplorable depraved deranged despicable despised despotic detested devious devoted diabolical "
    "dictatorial dignified dim-witted dirty disastrous discredited disgraced disgraceful disgusting dishonest "
    "dishonorable dishonourable disingenuous disloyal dismal disreputable distinguished divisive doomed dreadful "
    "dubious dumb egotistical eloquent embarrassing embattled eminent erratic esteemed evil excellent execrable "
    "exemplary extraordinary extremist failed failing faithless fake false fanatical far-sighted farcical fascist "
    "fascistic fearless feckless feeble fickle filthy flailing flawed foolhardy foolish formidable foul fraudulent "
    "frivolous fruitless gaffe-prone gallant generous ghastly gifted glorious graceless gracious greedy grotesque "
    "gruesome gutless half-baked half-hearted hapless hardboiled hardline harebrained hated hateful haughty heartless "
    "heinous heroic hollow honest honorable honourable horrendous horrible horrid horrific humane humble humiliating "
    "hypocritical hysterical idiotic ignorant ill-advised ill-fated ill-judged illegal illegitimate illustrious "
    "immoral impeccable impotent inane incoherent incompetent incorruptible indefatigable indomitable inept infamous "
    "inhuman inhumane insane insidious insolent inspired inspiring intolerable intolerant intrepid irrational "
    "irresponsible jealous jingoistic kind-hearted kleptocratic lacklustre lame laughable lawless lazy legendary "
    "lethal level-headed loathsome lousy loyal ludicrous lying magnificent malevolent malicious maligned masterful "
    "masterly mediocre mendacious merciless mindless miserable misguided modest monstrous murderous naive nasty "
    "nefarious negligent noble notorious noxious obnoxious obscene obsequious odious offensive opportunistic "
    "oppressive outrageous outstanding overbearing overrated paranoid partisan pathetic peerless perfidious "
    "pernicious pitiful pitiless pompous power-hungry predatory preposterous pretentious principled prudent puerile "
    "pushy quarrelsome racist radical rapacious rash reckless renowned reprehensible repressive repugnant repulsive "
    "respected revered reviled ridiculous rigged rotten ruinous ruthless sadistic saintly sanctimonious savage "
    "scandal-hit scandal-plagued scandal-ridden scandal-tainted scandal-worn scandalous scheming scrupulous "
    "self-serving selfish selfless senile senseless sensible servile sexist shabby shady shaky shallow shambolic "
    "shameful shameless shiftless shoddy short-sighted shrewd sinister sleazy slimy sloppy sly smug snobbish sordid "
    "spineless splendid squalid staunch steadfast stellar sterling stubborn stupid superb sycophantic tainted "
    "talented tawdry thieving thin-skinned thoughtless thuggish tireless toothless totalitarian toxic tragic "
    "traitorous treacherous two-faced treasonous trusted trustworthy tyrannical ugly unbearable uncaring uncouth unethical "
    "unfair unfit unflinching unhinged unjust unprincipled unrivalled unscrupulous unspeakable untrustworthy upright "
    "useless vain valiant venal venerable vengeful venomous vicious vile vindictive violent virtuous visionary vulgar "
    "warmongering wasteful wicked wily wise witless witty woeful wonderful worthless worthy wretched xenophobic"
)
VERBS = (
    "abuse bamboozle betray blackmail botch bribe browbeat brutalise brutalize bully bungle butcher cheat coddle con "
    "connive corrupt cower cringe deceive defile defraud degrade desecrate despoil disgrace dupe embezzle enslave "
    "exploit extort fabricate falsify fawn fleece flout fudge gloat gouge grovel hijack hoodwink humiliate hype "
    "incite indoctrinate intimidate kowtow lie lied lies loot lying malign mangle manipulate massacre meddle "
    "mishandle mislead misled mismanage mock muzzle neglect obstruct oppress pander peddle persecute pilfer pillage "
    "plunder pollute profiteer ravage renege rig rob ruin sabotage scapegoat sell-out shirk slander slaughter smear "
    "smother sneer squander squirm stab steal stifle stole stolen stonewall strangle subvert suppress swagger swindle "
    "terrorise terrorize thwart torment torture trample trash tyrannise tyrannize usurp vandalise vandalize vilify "
    "whitewash wreck"
)

_WORDS = sorted({*NOUNS.split(), *ADJECTIVES.split(), *VERBS.split()}, key=len, reverse=True)
_ENDINGS = r"(?:s|es|d|ed|ing|ly|['’]s)?"


def _stem(word: str) -> str:
    """A pattern for a word and its regular forms: "squander" and "squandered", "abuse" and "abusing", "rig" and "rigged"."""
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e|es|ed|ing|er|ers|ely|e['’]s)"
    if word.endswith("y") and word[-2] not in "aeou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying|ily)"
    if len(word) <= 4 and word[-1] in "bgmnpt":
        return rf"{re.escape(word)}(?:{word[-1]}(?:ed|ing|er|ers)|{_ENDINGS[3:-2]})?"
    return re.escape(word) + _ENDINGS


_PATTERN = re.compile(rf"\b(?:{'|'.join(map(_stem, _WORDS))})\b", re.IGNORECASE)


def loaded(words: str) -> bool:
    """Whether a loaded word stands in ``words``."""
    return _PATTERN.search(words) is not None


def loaded_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where loaded words stand in ``text[start:end)``, half-open, in code points of ``text``."""
    return [found.span() for found in _PATTERN.finditer(text, start, end)]
