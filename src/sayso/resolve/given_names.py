"""Given names that are nearly always a man's or a woman's, in many languages. Left out: what is also a place, a common word or both."""

from sayso.resolve.listed import word_set

MALE_NAMES = word_set(
    """
    john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew george kenneth kevin brian edward ronald timothy jeffrey ryan jacob gary
    nicholas nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory frank
    alexander alex patrick raymond jack dennis jerry tyler aaron henry peter adam nathan walter harold carl
    arthur roger joe tom tim jim bob bill mike dan harry simon ian neil graham alan colin boris vladimir ivan
    ali mohammad mohammed muhammad ahmed hassan hussein ibrahim omar abdullah carlos jose juan luis pedro jorge
    hans jean pierre
    albert alberto aldo alejandro alessandro alexei alexandre alfonso alfred alfredo allan allen alvaro amir amit andreas andrei andrés
    andres angelo antoine anton antonio antónio armando arnold arturo arun ashok aurelio barry bart bashar bernard bernardo bernie bertrand
    björn blake bobby brad bradley brendan brett bruce bruno bryan byron cameron carlo cedric cesar cesare christian
    christoph christophe chuck claude claudio clement cliff clifford clint clive conor cornelius craig curtis cyril cyrus damian
    damien damon danny darren darryl dave davide delroy denis derek desmond didier diego dieter dietrich dimitri dinesh dirk
    dmitri dmitry domenico dominic donny doug douglas duncan dustin dwayne dwight dylan eddie edgar edmund edmundo eduardo
    edwin elias elijah elliot elliott elmer elon emanuel emil emilio emmanuel enrico enrique erdem erhan erik ernest ernesto ernst erwin
    esteban ethan étienne etienne eugene evan fabio fabrizio faisal farid farouk felipe felix ferdinand fernando filippo florian floyd
    françois francois francesco francis francisco franco franz fred freddie frederick fredrik fritz gabriel garrett gaston gavin geoff
    geoffrey gerald gerard gerardo gerhard gianni gideon gilbert gilles giorgio giovanni giulio giuseppe glen glenn gordon greg guido
    guillaume guillermo günter gus gustav gustavo hamid hamza hank hans-peter harald haroon harvey hector hector heinrich heinz helmut
    herbert herman hernan hiroshi howard hubert hugh hugo hugues humberto ignacio igor ilham imran isaac isaiah ismail jaap jacques jaime
    jair jake jakob jamal jamil jan janusz jared jaroslaw jason javier jay jean-claude jean-luc jean-marc jean-pierre jeb jeff
    jeremiah jeremy jermaine jerome jesús jesus jimmy joachim joaquin joel joey johan johann johannes johnny jonas josé jose josef josh
    joshua józef juergen julian julien julio jürgen jurgen karl karsten kaspar keir keith ken kenji kenny khaled khalid khalil kieran
    kirill kirk klaus konrad konstantin kristian kristoffer kurt kyle lamar lance lars laurent lawrence leon leonard leonardo
    leonid leopold leroy lewis liam lionel lloyd lorenzo louis luc luca lucas luciano ludwig luigi lukas luke luther maarten
    magnus mahmoud malcolm manfred manuel marc marcel marcello marcelo marcin marco marcos marcus marek mario marius markus marlon martin
    martín marvin masoud mateo mateusz mathias matt matteo matthias matthieu maurice mauricio maurizio max maximilian mehdi mehmet melvin
    micah michał michal michel miguel mikael mikhail miles milos milton miroslav mitch mitchell mohamed moritz moses muammar mustafa
    naftali nabil nasser nathaniel ned nelson nicolas nicolás nigel nikola nikolai nikolaj nikos noah noel norbert norman olaf oleg oliver
    olivier osama oscar oskar otto owen pablo paolo pascal patricio pavel pawel paweł pedro percy perry petr petro phil philip
    philippe phillip pietro piotr pranab prakash qasem quentin rafael rahul rainer rajesh raj ralph ramesh ramón ramon randall randy
    raoul raphael rashid raul raúl ray recep reinhard rené rene rex reza ricardo riccardo rick ricky roberto rob robbie rod roderick rodney
    rodrigo roland rolf roman ron ronnie rory ross roy ruben rudolf rudy rupert russell sadiq saeed said saif salman salvatore
    sanjay saul scotty sean sebastian sébastien serge sergei sergey sergio seth shane shaun shawn shinzo sidney siegfried silvio
    slobodan stan stanislav stanley stefan stefano stefanos stephan steve stewart stuart sunil sven taras tariq ted terence terrence terry
    thabo theo theodore theresia thierry thilo thorsten tobias todd tomas tomasz tommy tony travis trent trevor tristan troy ulrich umar
    umberto uwe václav valentin valery vasily viktor victor vijay vince vincent vincenzo vinod virgil vitaly vittorio volodymyr vojtěch
    wade waldemar warren wayne wendell werner wesley wilbur wilfried wilhelm willem willy winston wojciech wolfgang xavier yair yannick
    yasser yitzhak yoshihide yuri yusuf yves zach zachary zoltan zoltán
    """
)
FEMALE_NAMES = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy sandra betty ashley
    emily kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon
    cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine catherine samantha christine
    emma rachel maria heather diane julie olivia joan kelly victoria lauren martha alice jane anne ann charlotte
    hillary theresa fiona claire lucy kate hannah sophie fatima aisha maryam leila elena
    abigail adriana agata agnes agnieszka agnès aishwarya alexandra alexandria alicia alina alison allison amelia amina ana anastasia
    andrea-maria angelica angelina angelique anita anja anke annabel anne-marie annette annie antje antoinette ariana asha astrid audrey
    barbara-ann beate beatrice beatrix beatriz becky belinda benazir bernadette bernice bertha beth bethany bettina beverly bianca
    birgit bonnie bridget bridgette brigitte britta brittany camila camilla carla carly carmen carole caroline carolyn carrie cassandra
    cate cathy cecilia celeste celia chantal charlene cheryl chiara chloe christa christiane christina chrystia cindy clara clarissa
    claudia colette colleen connie constance consuelo corinne cornelia cristina daisy daniela danielle daphne darlene deanna debbie debra
    deirdre delia denise desiree diana dianne dina dolores dora doris dorothea dorothy dragana edith edna eileen ekaterina elaine eleanor
    eleonora eleni elfriede elisa elisabeth élisabeth elise elisabetta ella ellen eloise elsa elsie elvira emilia emmanuelle erica erika
    erin ernestine esperanza estelle esther ethel eugenia eunice eva evangelina eve evelyn federica felicia fernanda flavia françoise
    franziska frances francesca freya frida gabriela gabriella gabrielle gail geneviève georgina geraldine gertrude gina ginevra
    giorgia giovanna gisela giulia gladys glenda gloria gretchen greta griselda gwen gwendolyn halina hanan hanna harriet
    hazel heidi heike helena helene helga henrietta hilda hildegard holly ida ilona imelda imogen ines inès ingeborg ingrid irena
    irene irina iris irma isabel isabella isabelle ivana jacinda jacqueline jana janet janice janine jasmine jeanette jeanne
    jeannette jenna jennie jenny jill joanna joanne jocelyn johanna josefina josephine joyce juanita judith judy julia juliana juliane
    julianne juliet juliette justine kamala karin karina karla karolina kathrin kathryn kathy katie katja katrin katrina kay kayla
    kelli kerstin kirsten kirstin kristen kristin kristina krystyna lara larissa latisha latoya lea leah leanne lena leona leonor leslie-ann
    leticia liliana lilian lillian lily lina lindsay lindsey lois loretta lorraine louisa louise lucia lucía luciana lucille
    ludmila luisa lydia lynn lynne mabel madeleine madeline magdalena maggie maia maja malala malgorzata małgorzata mandy manuela mara
    marcela marcia margaretha margarita margot margrethe maría mariam marian mariana marianne marie marie-louise mariela marielle marilyn
    marina marine marion marisa marissa marjorie marlene marta martina maureen meera megan meghan melania melanie meredith meryl
    mia michaela micheline milena mildred millicent minerva miranda miriam molly mona monica monika monique muriel nadia nadine nadezhda
    nanette naomi narges natalia natalie natasha nathalie nayeli nina noelle nora noreen noura nuria octavia olga olympia oprah ornella
    paige paola patrizia patti paula paulette paulina pauline pearl peggy penelope penny petra phyllis pilar polly priti priya priyanka
    rachael raisa ramona raquel reba renata renate rhonda rita roberta rochelle rosa rosalie rosalind rosanna rosario rosemarie
    rosemary roxanne sabine sabrina sadie sally salma samira sara sasha-marie selena selma serena shannon sheila shelly sherry silvia
    simonetta siobhan sofia soledad sonia sonja soraya stacey stacy stella sue suellen susana susanna susanne suzanne svetlana sylvia
    sylvie tabitha tamara tammy tania tanya tara tarja tatiana tatyana teresa tessa thelma therese thérèse tiffany tina toni tracey
    trudy ulrike ursula ute valentina valeria valerie vanessa vera verena verónica veronica viola viviana vivian vivienne viktoria
    wanda wendy wilhelmina wilma winifred xiomara yasmin yolanda yulia yvette yvonne zainab zara zeinab zoe zofia zsuzsanna zuzana
    """
)
