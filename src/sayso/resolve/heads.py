"""Nouns that name an actor by what he, she or it is, and the words that may stand before them. Written by hand for English news."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.records.actor import ActorKind
from sayso.resolve.label_words import DEGREES
from sayso.resolve.listed import word_set

Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun says: its singular, the kind of actor, whether it is a plural, and a gender if it has one."""

    key: str
    kind: ActorKind
    plural: bool = False
    gender: Gender = ""
    strict: bool = False
    """Whether it is an actor only after a determiner ("the chair", not "chair the meeting")."""


_HOLDERS = """
president vice-president premier minister chancellor secretary undersecretary governor mayor mayoress senator
representative congressman congresswoman congressperson councillor councilor councilman councilwoman alderman deputy
parliamentarian lawmaker legislator MP MEP MSP speaker whip leader ruler dictator autocrat despot tyrant strongman
monarch king queen prince princess emperor empress sultan emir sheikh shah tsar duke duchess royal head chief chairman
chairwoman chairperson co-chair vice-chair director co-director director-general secretary-general inspector
inspector-general ombudsman ombudswoman commissioner envoy ambassador diplomat consul attaché negotiator mediator
delegate commander general admiral colonel major captain lieutenant sergeant officer marshal warden sheriff constable
detective prosecutor attorney solicitor barrister lawyer judge justice magistrate notary registrar clerk treasurer
auditor controller comptroller regulator administrator manager executive CEO CFO COO boss founder co-founder owner
co-owner proprietor publisher editor columnist journalist reporter correspondent presenter anchor commentator pundit
blogger author co-author writer novelist poet playwright biographer historian economist scientist researcher scholar
academic professor lecturer teacher schoolmaster schoolmistress headmaster headmistress headteacher principal dean
rector provost student pupil graduate intern trainee apprentice physician doctor surgeon nurse midwife paramedic
pharmacist psychologist psychiatrist therapist epidemiologist virologist biologist chemist physicist astronomer
geologist meteorologist seismologist archaeologist archeologist anthropologist sociologist ecologist zoologist botanist
fan classmate roommate musician whistleblower confidante selectman fundraiser forecaster eyewitness
paleontologist geneticist linguist astronaut cosmonaut
physiologist volcanologist engineer
architect planner surveyor technician mechanic plumber electrician carpenter builder miner docker
driver trucker pilot sailor seaman fisherman farmer grower rancher shepherd baker butcher grocer shopkeeper trader
dealer broker banker investor analyst strategist pollster forecaster consultant adviser advisor aide assistant
spokesman spokeswoman spokesperson mouthpiece press-secretary lobbyist campaigner activist organiser organizer
protester protestor demonstrator marcher dissident rebel insurgent militant guerrilla fighter soldier veteran warlord
mercenary terrorist extremist gunman attacker assailant bomber hijacker kidnapper killer murderer perpetrator suspect
defendant accused convict prisoner inmate detainee hostage victim survivor witness whistleblower whistle-blower
informant informer spy agent operative insider source official bureaucrat civil-servant functionary technocrat
appointee nominee incumbent successor predecessor challenger contender candidate frontrunner front-runner rival
opponent adversary enemy ally backer supporter sympathiser sympathizer follower loyalist defender apologist critic
detractor opponent sceptic skeptic observer watcher expert specialist authority advocate proponent signatory
petitioner plaintiff claimant complainant appellant respondent applicant litigant voter elector constituent taxpayer
citizen resident inhabitant villager townsman local neighbour neighbor tenant landlord landlady homeowner commuter
passenger motorist cyclist pedestrian tourist visitor guest customer consumer shopper buyer seller vendor supplier
client subscriber reader viewer listener user worker labourer laborer employee employer colleague coworker co-worker
staffer freelancer contractor striker unionist trade-unionist steward shareholder stakeholder creditor debtor
pensioner retiree refugee migrant immigrant emigrant exile asylum-seeker expatriate settler colonist native cleric
clergyman priest pastor preacher minister vicar bishop archbishop cardinal pope patriarch rabbi imam ayatollah mullah
monk nun missionary evangelist believer worshipper parishioner pilgrim theologian philosopher intellectual thinker
ideologue reformer reformist moderate hardliner hard-liner conservative liberal progressive leftist rightist centrist
socialist communist marxist anarchist fascist nationalist populist republican royalist separatist secessionist
unionist islamist secularist feminist environmentalist pacifist libertarian capitalist billionaire millionaire tycoon
oligarch magnate mogul entrepreneur industrialist businessman businesswoman businessperson philanthropist donor
celebrity actor actress singer musician composer conductor artist painter sculptor designer filmmaker film-maker
producer dancer comedian player footballer striker goalkeeper defender midfielder coach trainer referee umpire
athlete runner swimmer boxer champion skipper teammate politician statesman stateswoman backbencher frontbencher
member ex-president ex-premier ex-minister hopeful heavyweight veteran newcomer outsider man woman boy girl child kid
baby teenager youth adult person individual gentleman lady guy bloke fellow chap father mother parent dad mum mom son
daughter brother sister sibling twin husband wife spouse partner fiancé fiancée fiance fiancee boyfriend girlfriend
widow widower uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter grandparent grandchild
brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law stepfather stepmother relative
relation kinsman heir heiress orphan friend acquaintance confidant crony henchman stooge puppet traitor hero villain
liar thief criminal crook fraudster gangster cheat coward hypocrite fool genius prophet patriot compatriot countryman
tribesman elder chieftain warrior master servant slave usher guard bodyguard policeman policewoman fireman firefighter
rescuer rescuer volunteer aid-worker caretaker carer minder nanny cleaner cook chef waiter waitress bartender barber
tailor photographer cameraman designer programmer developer hacker scientist-in-chief commander-in-chief
editor-in-chief laureate speechwriter translator interpreter librarian archivist curator speaker panelist panellist
moderator host guest participant attendee delegate representative instigator mastermind ringleader accomplice culprit
offender perpetrator opponent arbitrator ombudsperson premier-elect president-elect chief-of-staff second-in-command
figurehead kingmaker power-broker high-up higher-up bigwig grandee nobody somebody bidder contributor analyst
rapporteur monitor inspector investigator examiner coroner pathologist surgeon-general attorney-general
solicitor-general auditor-general governor-general
"""
_ORGANISATIONS = """
company corporation firm business enterprise conglomerate multinational startup start-up manufacturer producer
retailer supplier carrier airline bank lender insurer brokerage fund hedge-fund exchange consortium cartel utility
operator developer contractor publisher newspaper daily weekly tabloid broadsheet magazine journal broadcaster
broadcaster network channel station outlet news-agency agency newswire website portal blog platform party movement
organisation organization association federation confederation union trade-union syndicate guild league alliance
coalition bloc front faction wing caucus society club squad side charity foundation trust institute institution
think-tank thinktank university college school academy faculty hospital clinic church parish diocese synod mosque
synagogue temple monastery congregation denomination sect cult order lodge brotherhood militia army navy force
military regiment battalion brigade cell gang mafia mob syndicate watchdog NGO nonprofit non-profit lobby chamber
board leadership management committee subcommittee commission council panel jury tribunal task-force taskforce
secretariat delegation mission campaign opposition fraternity conference congress convention assembly
summit forum body group network headquarters pollster orchestra festival cooperative co-operative treasury exchequer
electorate establishment elite resistance insurgency clergy dynasty dailies
organiser publication secretariat presidium politburo back-benches backbenches consultancy laboratory lab observatory archdiocese
papacy curia
"""
_GOVERNMENTS = """
government administration regime state cabinet parliament senate congress legislature assembly house ministry
department police court courts judiciary prosecution authority bureau directorate inspectorate municipality
city-council council county-council junta coalition chancellery chancery presidency premiership embassy consulate
monarchy republic kingdom central-bank customs commission agency army navy military gendarmerie coastguard coast-guard constabulary
gendarmerie fire-brigade intelligence-service security-service secret-service electoral-commission supreme-court
high-court
"""
_OFFICES = """
office press-office bureau secretariat chancellery premiership presidency mayoralty governorship papacy palace kremlin
throne crown
"""
_GROUPS = """
people public population populace nation community tribe clan minority majority crowd audience electorate generation
camp side circle entourage staff crew workforce personnel team delegation ranks rank-and-file grassroots society
diaspora youth clergy intelligentsia bourgeoisie peasantry proletariat working-class middle-class upper-class family
household couple pair duo trio team world masses troops forces authorities others those everyone everybody nobody anyone anybody
someone somebody men women folk folks elites media press peasants police markets
"""
_PLURAL_ONLY = """
police:government troops:group forces:group people:group others:group those:group masses:group authorities:government
courts:government men:group women:group folk:group folks:group markets:group ranks:group grassroots:group
media:organization personnel:group everyone:group everybody:group clergy:group electorate:group elites:group
leftists:group
"""
_COUNTRIES = (
    "country city town village island province region valley county mainland border-state neighbour motherland homeland"
)
_MALE = """
man boy gentleman lad guy bloke chap king prince emperor sultan duke father dad son brother husband uncle nephew
grandfather grandson widower spokesman chairman congressman councilman alderman statesman businessman fisherman
policeman fireman cameraman countryman kinsman brother-in-law father-in-law son-in-law fiancé boyfriend pope priest
imam ayatollah mullah monk bishop archbishop cardinal headmaster schoolmaster waiter actor stepfather clergyman
ombudsman
"""
_FEMALE = """
woman girl lady queen princess empress duchess mother mum mom daughter sister wife aunt niece grandmother
granddaughter widow spokeswoman chairwoman congresswoman councilwoman stateswoman businesswoman policewoman
sister-in-law mother-in-law daughter-in-law fiancée girlfriend nun headmistress schoolmistress waitress actress
stepmother landlady heiress ombudswoman mayoress
"""
_STRICT = """
head chief general major order front host model guard cook cheat state house force side order body exchange trust fund
mission campaign lobby chamber board business industry family couple pair office customs crown throne order cell
network channel station platform club squad partner local native moderate liberal conservative progressive
champion fellow master servant twin accused monitor elder relation minor principal anchor coach trainer author
executive authority youth convention conference festival assembly summit forum trio duo circle camp utility operator
city town country village island province region valley county mainland wing faction management leadership majority
minority order school college hospital church society league lady official source subject crew staff press school
public markets front judge witness guest volunteer monitor rival ally critic expert suspect convict commission panel
association house bureau department justice
"""
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "persons", "wife": "wives", "thief": "thieves",
    "grandchild": "grandchildren", "brother-in-law": "brothers-in-law", "sister-in-law": "sisters-in-law",
    "attorney-general": "attorneys-general", "staff": "staff", "media": "media", "chief": "chiefs", "chief-of-staff": "chiefs-of-staff",
}  # fmt: skip

PAIRS = {
    ("prime", "minister"): "premier", ("prime", "ministers"): "premier", ("vice", "president"): "vice-president",
    ("crown", "prince"): "crown-prince", ("chief", "executive"): "chief-executive", ("attorney", "general"): "attorney-general",
    ("supreme", "leader"): "supreme-leader", ("opposition", "leader"): "opposition-leader", ("vice", "chancellor"): "vice-chancellor",
    ("secretary", "general"): "secretary-general", ("press", "secretary"): "press-secretary", ("deputy", "premier"): "deputy-premier",
}  # fmt: skip
"""Two words that together are another office than the second alone."""

ADJECTIVES_AS_NOUNS = word_set(
    """
    young old poor rich elderly sick dead unemployed homeless wounded faithful accused press powerful few many
    latter former other
    """
)
"""After "the", a group: "the poor"."""


def plural(word: str) -> str:
    """The plural of a noun in lower case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("child"):
        return word + "ren"
    if word.endswith("man") and word != "human":
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def _table() -> dict[str, Head]:
    found: dict[str, Head] = {}
    strict = frozenset(_STRICT.split())
    male, female = frozenset(_MALE.split()), frozenset(_FEMALE.split())
    kinds: Iterable[tuple[ActorKind, str]] = (
        ("place", _COUNTRIES), ("group", _GROUPS), ("organization", _ORGANISATIONS), ("government", _GOVERNMENTS),
        ("office", _OFFICES), ("person", f"{_HOLDERS} {' '.join(sorted(DEGREES))}"),
    )  # fmt: skip
    for kind, listed in kinds:
        for word in map(str.lower, listed.split()):
            gender: Gender = "m" if word in male else "f" if word in female else ""
            found[word] = Head(word, kind, False, gender, word in strict)
            many: ActorKind = "group" if kind == "person" else kind
            found.setdefault(plural(word), Head(word, many, True, "", False))
    for pair in _PLURAL_ONLY.split():
        word, _, kind_name = pair.partition(":")
        found[word] = Head(word, kind_name, True, "", False)  # type: ignore[arg-type]  # the table above holds kinds
    return found


HEADS = _table()
STRICT_PLURALS = word_set(
    """
    heads chiefs fronts hosts models guards cooks cheats states houses forces sides orders bodies exchanges trusts
    funds missions campaigns boards offices crowns cells networks channels stations platforms clubs majors generals
    judges witnesses monitors partners champions masters coaches trains anchors authors lobbies guests volunteers
    rivals bosses owners doctors nurses pilots parents sources
    """
) - word_set("owners doctors nurses parents sources bosses pilots")

DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some any every each all both no many most several
    few other another more such what which whose one two three four five six seven eight nine ten eleven twelve
    dozens hundreds thousands
    """
)
TENS = word_set("twenty thirty forty fifty sixty seventy eighty ninety hundred thousand")
DEFINITE = word_set("the this that these those")
INDEFINITE = frozenset(["a", "an", "another", "one", "some"])
POSSESSIVES = word_set("his her its their our my your")

BREAKS = word_set(
    """
    and or but nor so yet if then than as at by for from in into of off on onto out over per to up via with within
    without about above across after against along among around before behind below beneath beside besides between
    beyond despite down during except like near since through throughout toward towards under until upon versus
    because although though while whereas whether that which who whom whose what when where why how is are was were
    be been being am has have had having do does did done doing will would shall should can could may might must
    ought not never also only just even still already again ever here there now today yesterday tomorrow tonight
    said says say saying told tells tell telling asked asks ask called calls call calling named accused accuses
    blamed blames criticised criticized criticises criticizes praised praises urged urges warned warns claimed
    claims argued argues added adds insisted insists denied denies admitted thanked backed backs made make makes
    making take takes took taken give gives gave given gets got get went goes go came come comes let lets put puts
    keep keeps kept see sees saw seen know knows knew find finds found met meets left leave want wants wanted became
    become becomes remain remains remained he she it they we i you him them us me himself herself itself themselves
    ourselves myself yourself there's let's don't doesn't didn't won't wasn't isn't can't couldn't wouldn't
    shouldn't however therefore meanwhile moreover very too quite rather almost nearly about instead perhaps maybe
    please yes no a.m. p.m. inside outside
    """
)
"""Words no noun phrase of an actor goes on over, to the left of its head."""

DOCUMENTS = word_set(
    """
    report letter statement article editorial column book memoir memo memorandum petition motion resolution ruling
    judgment judgement verdict complaint lawsuit indictment document documentary film footage video recording
    transcript post tweet blog press-release release communique communiqué manifesto poll survey study paper bill law
    constitution treaty agreement amendment decree order interview speech sermon address email e-mail leaflet
    investigation inquiry estimate figures numbers data statistics placard poster banner sign headline warrant
    affidavit filing record analysis act accord pact charter convention protocol code legislation regulation guideline
    guidelines rule directive declaration proposal plan plaque inscription caption photograph photo picture image song
    biography paperback dossier newsletter leaflet message text note pamphlet brochure essay review census finding
    findings results result calculation coverage papers files cable advisory forecast decision summary research
    ad advert advertisement opinion disclosure imaging imagery warning announcement testimony schedule polling
telegram diary memoirs obituary cartoon
    """
)
"""Not actors: they lead to their author."""
