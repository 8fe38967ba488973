"""More nouns for actors, by walk of life: trades, churches, ships, sport and stage, and the bodies that people work for.

Written by hand for English news. They count only in lower case and do not bear on what is a name: many are surnames too.
"""

from sayso.resolve.heads import Head, plural
from sayso.resolve.listed import word_set

_TRADES = """
abbot abbess archdeacon chaplain deacon deaconess curate verger sexton sacristan cantor choirmaster organist novice
seminarian friar nuncio primate prelate hermit layman laywoman mufti seer accountant bookkeeper cashier teller actuary
assessor adjuster valuer underwriter auctioneer bailiff receiver liquidator trustee executor beneficiary guarantor
franchisee concessionaire consignee freeholder leaseholder landowner smallholder stallholder shipowner hotelier
innkeeper publican barmaid barman bouncer doorman doorkeeper porter usher butler valet gardener groundsman gamekeeper
keeper watchman gravedigger undertaker childminder babysitter attendant wholesaler exporter importer shipper haulier
distributor merchant moneylender pawnbroker pedlar peddler hawker salesman saleswoman winemaker brewer distiller
miller beekeeper cheesemaker fishmonger herder herdsman cowherd dairyman forester logger woodcutter lumberjack poacher
hunter trapper angler whaler weaver spinner tanner potter blacksmith goldsmith jeweller watchmaker shoemaker cobbler
bricklayer stonemason mason roofer welder fitter stoker foreman supervisor superintendent overseer stationmaster
signalman linesman ferryman boatman lifeguard harbourmaster helmsman bosun purser deckhand seafarer mariner skipper
stowaway pirate smuggler trafficker forger arsonist robber burglar pickpocket rapist molester abuser stalker
blackmailer swindler embezzler looter rioter hooligan vandal vigilante hitman mobster saboteur turncoat deserter
defector fugitive outlaw bandit marauder torturer executioner jailer gaoler warder censor agitator firebrand demagogue
charlatan impostor imposter maverick visionary pragmatist idealist cynic optimist pessimist bigot racist sexist
supremacist jihadist fanatic zealot nazi anaesthetist anesthetist physiotherapist physio radiologist cardiologist
oncologist neurologist neurosurgeon paediatrician pediatrician gynaecologist gynecologist obstetrician dermatologist
dentist optician orderly matron healer herbalist vet veterinarian patient diabetic donor addict alcoholic hydrologist
glaciologist statistician mathematician demographer geographer climatologist oceanographer naturalist criminologist
jurist counsel conveyancer stenographer enumerator cadet recruit conscript corporal gunner sapper marine paratrooper
infantryman airman submariner quartermaster paymaster adjutant commandant commodore brigadier sniper peacekeeper
rifleman patrolman gendarme trooper ranger scout militiaman prefect burgomaster headman viceroy regent intendant baron
baroness countess viscount viscountess earl peeress nobleman noblewoman aristocrat crossbencher equerry chargé
consul-general taoiseach tánaiste juror arbiter vice-chair vice-chairman vice-chancellor co-chairman co-pilot
co-defendant co-sponsor ex-governor ex-mayor ex-chancellor ex-senator ex-general ex-husband ex-wife ex-partner ex-boss
ex-member winger midfielder half-back full-back left-back right-back centre-half sprinter hurdler jockey rower oarsman
skier climber mountaineer hiker surfer diver gymnast wrestler golfer bowler batsman leg-spinner quarterback linebacker
selector groundskeeper grandmaster bookmaker tenor soprano baritone pianist violinist cellist bassoonist flautist
guitarist drummer bandleader maestro chorister songwriter librettist choreographer ballerina understudy prompter
stuntman showman entertainer magician clown impresario promoter cartoonist satirist illustrator screenwriter
cinematographer newsreader stringer interviewer heckler toddler infant youngster schoolboy schoolgirl schoolchild
schoolteacher teen undergraduate postgraduate postdoc alumnus lodger squatter dweller islander northerner southerner
westerner easterner highlander ratepayer saver depositor borrower lender policyholder bondholder housewife homemaker
evacuee captive captor abductor mourner bystander onlooker sightseer holidaymaker traveller traveler backpacker
motorcyclist chauffeur courier postman dispatcher typist stewardess hostess receptionist caterer subcontractor sponsor
patron benefactor mentor protégé guru disciple devotee admirer rookie pioneer inventor creator fixer middleman
go-between interlocutor intermediary messenger emissary peacemaker policymaker lawgiver tactician orator debater loser
winner victor runner-up medallist medalist officeholder counterpart subordinate superior junior pretender
claimant suitor bride bridegroom groom godfather godmother lad lass lassie gaffer bully monster scoundrel rogue rascal
scapegoat underdog charwoman cleaner maid seamstress dressmaker stepson stepdaughter stepbrother stepsister
half-brother half-sister technologist leaker fact-checker canvasser shooter intruder trespasser wrongdoer felon
skydiver balloonist foreigner stranger commoner sherpa co-conspirator conspirator plotter mutineer putschist
influencer podcaster troll
"""
"""Persons."""

_WORKS = """
railway railroad shipyard dockyard museum theatre theater opera choir archive library brewery distillery mill sawmill
factory refinery mine foundry tannery cannery dairy creamery bakery farm hotel casino studio zoo prison jail orphanage
almshouse shelter hospice hostel pharmacy seminary convent abbey chapter deanery prefecture borough commune emirate
duchy principality garrison squadron patrol band ensemble quartet troupe cast expedition inquiry enquiry inquest bench
registry mint lottery foundation subsidiary affiliate carmaker automaker sponsor airport depot shop store
supermarket restaurant nightclub gallery slaughterhouse winery vineyard plantation kindergarten nursery polytechnic
conservatoire rectorate taskforce
"""
"""Bodies, many of them places too."""

_COMPOUNDED = {
    "service": "fire prison probation ambulance rescue security intelligence secret civil health police park parks postal border "
    "foreign immigration forest road social warning weather diplomatic",
    "line": "shipping cruise ferry bus railway rail tram coach",
    "chain": "supermarket hotel restaurant retail grocery pharmacy coffee bakery toy store cinema food pub clothing",
    "maker": "arms car drug gun aircraft toy chip film watch tyre steel cigarette hip phone software",
    "giant": "",
    "home": "nursing care retirement children's funeral rest",
    "room": "control news emergency operations",
    "works": "steel gas water cement iron phosphate sugar brick glass",
    "plant": "power nuclear chemical steel car cement bottling fish-meal waste packing meat",
    "trade": "arms timber drug fur wine book building hotel tourist meat ivory diamond",
    "industry": "",
    "desk": "news foreign city procurement sports help",
    "command": "high army naval military air police",
    "yard": "repair ship boat naval",
    "centre": "research detention health medical cultural call coordination arts weather monitoring film leisure reception",
    "center": "research detention health medical cultural call coordination arts weather monitoring film reception",
    "unit": "police investigation crime army intelligence rescue commando fraud",
    "branch": "local party special youth union city",
    "label": "record fashion",
    "resort": "golf ski holiday",
    "venture": "joint",
    "fleet": "fishing trawler merchant whaling tanker",
    "corps": "press diplomatic army marine medical peace officer supply engineer",
}
"""Bodies only after a word that says which ("the fire service"), any word where none is listed, or where the text has had that before."""

_TROOPS = """
cast scrum rank-and-file convoy
"""
"""Groups."""
_FEMALE = word_set(
    """
    abbess deaconess laywoman barmaid saleswoman matron baroness countess viscountess peeress noblewoman soprano
    ballerina schoolgirl housewife stewardess hostess bride godmother lass lassie charwoman maid seamstress stepdaughter
    stepsister half-sister ex-wife
    """
)
_MALE = word_set(
    """
    abbot friar layman barman doorman groundsman watchman salesman herdsman dairyman foreman signalman linesman ferryman
    boatman helmsman airman infantryman rifleman patrolman militiaman headman baron viscount earl nobleman co-chairman
    vice-chairman batsman oarsman stuntman showman schoolboy postman middleman groom bridegroom godfather lad gaffer
    stepson stepbrother half-brother ex-husband hitman
    """
)
_ONLY_DETERMINED = word_set(
    """
    keeper attendant receiver weaver spinner potter fitter marine scout regent junior superior subordinate sponsor
    patron pioneer devotee victor winner loser diver patient addict orderly legislator recruit captive
    """
)
"""Singulars that are adjectives or verbs as well."""
_VERBS_TOO = word_set(
    "recruits conscripts sponsors patrols mentors pioneers troops scouts mines mills houses homes rooms lines chains plants labels "
    "desks commands yards centers centres units branches ventures services shops stores farms benches shelters nurses plots trolls "
    "harbours ports hotels inquiries casts herds marines patients"
)
"""Plurals that are verbs, or mostly places and things."""


def _table() -> dict[str, Head]:
    found: dict[str, Head] = {}
    for word in _TRADES.split():
        found[word] = Head(
            word, "person", False, "f" if word in _FEMALE else "m" if word in _MALE else "", word in _ONLY_DETERMINED
        )
        found.setdefault(plural(word), Head(word, "group", True, "", plural(word) in _VERBS_TOO))
    for word in (*_WORKS.split(), *_COMPOUNDED):
        found[word] = Head(word, "organization", False, "", True)
        found.setdefault(plural(word), Head(word, "organization", True, "", plural(word) in _VERBS_TOO))
    return found | {word: Head(word, "group", True, "", True) for word in _TROOPS.split()}


CALLINGS = _table()
"""By the noun in singular and plural, lower-cased."""
COMPOUNDED = {form: frozenset(before.split()) for word, before in _COMPOUNDED.items() for form in (word, plural(word))}
"""The words before a noun that make it a body, by the noun."""
WORKPLACES = word_set(_WORKS) | word_set(
    """
    city town country village island province region valley county mainland school college university hospital clinic
    church mosque synagogue temple monastery cathedral academy embassy consulate station outlet headquarters office
    house home room plant yard centre center works
    """
)
"""Bodies that are but places where "in" or "near" stands before them."""
