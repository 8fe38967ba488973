"""Newspapers, broadcasters and news agencies: the internationally known ones, and the words that such names are made of."""

from sayso.resolve.listed import word_set

AGENCIES = word_set(
    """
    reuters ap afp upi dpa ansa efe apa belga interfax tass itar-tass xinhua kyodo yonhap pti ani irna isna tasnim mehr
    anadolu sana wafa ukrinform unian antara bernama newswire
    """
)
LONG_AGENCIES = frozenset(
    [("associated", "press"), ("agence", "france-presse"), ("press", "association"), ("ria", "novosti"),
     ("press", "trust", "of", "india"), ("canadian", "press"), ("united", "press", "international")]
)  # fmt: skip
AGENCY_ENDS = frozenset([("news", "agency"), ("press", "agency"), ("news", "service"), ("wire", "service")])
PUBLISHERS = word_set(
    """
    bbc cnn nbc cbs abc pbs npr itv msnbc cnbc rt fox c-span cbc ctv rte rté rtl zdf ard rai orf nhk abs-cbn gma sky
    univision telemundo politico axios vox buzzfeed huffpost breitbart newsweek vice wikinews wikipedia bild spiegel
    figaro monde libération liberation repubblica corriere pais país mundo folha globo clarín clarin izvestia pravda
    kommersant haaretz hürriyet hurriyet dawn variety billboard playboy fortune forbes bloomberg economist spectator
    guardian independent telegraph observer times sun hindu rappler intercept verge
    """
)
PRESS = word_set(
    """
    times post herald news tribune gazette courier telegraph guardian observer chronicle globe daily weekly magazine
    broadcasting television tv radio newspaper journal bulletin dispatch inquirer examiner sentinel telegram zeitung
    nyheter media mail mirror newspapers sun today
    """
)
MAYBE_PRESS = word_set("sun today journal mirror mail globe examiner media magazine dispatch")
"""Words that make a publisher only of a name that stands with "the" or begins so too."""
FIRST = word_set("daily radio tv televisión télé canal le la el der die das the")
OF_PRESS = word_set(
    """
    newspaper daily weekly tabloid broadsheet magazine journal broadcaster channel station outlet website portal
    publisher publication network newsweekly monthly news-site
    """
)
