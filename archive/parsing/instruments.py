"""Instruments: what the United Nations cites by name, and the resolution that contains it.

One table, curated by hand. Each entry says what it rests on: a note of a resolution that gives
the symbol beside the name, or a resolution's own words.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument: its names, the symbol that contains it and where, and the evidence.

    ``treaty`` is its volume and registration number in the United Nations Treaty Series.
    """

    names: tuple[str, ...]
    target: str
    pinpoint: str | None
    evidence: str
    treaty: tuple[int, int] | None = None


def _known(
    *names: str,
    target: str,
    pinpoint: str | None = None,
    evidence: str,
    treaty: tuple[int, int] | None = None,
) -> Instrument:
    return Instrument(
        names=names, target=target, pinpoint=pinpoint, evidence=evidence, treaty=treaty
    )


_COVENANTS = "A/RES/2200A(XXI)"

INSTRUMENTS = (
    _known(
        "Declaration on the Right and Responsibility of Individuals, Groups and Organs of Society"
        " to Promote and Protect Universally Recognized Human Rights and Fundamental Freedoms",
        "Declaration on Human Rights Defenders",
        "Declaration on human rights defenders",
        target="A/RES/53/144",
        pinpoint="annex",
        evidence="A/RES/66/164, note 5: “Resolution 53/144, annex.”",
    ),
    _known(
        "Universal Declaration of Human Rights",
        target="A/RES/217A(III)",
        evidence="A/RES/76/227, note 1: “Resolution 217 A (III).”",
    ),
    _known(
        "International Covenants on Human Rights",
        target=_COVENANTS,
        pinpoint="annex",
        evidence="A/RES/76/174, note 2: “Resolution 2200 A (XXI), annex.”",
    ),
    _known(
        "International Covenant on Civil and Political Rights",
        "Optional Protocol to the International Covenant on Civil and Political Rights",
        target=_COVENANTS,
        pinpoint="annex",
        evidence="A/RES/66/164, note 3: “See resolution 2200 A (XXI), annex.”",
        treaty=(999, 14668),
    ),
    _known(
        "International Covenant on Economic, Social and Cultural Rights",
        target=_COVENANTS,
        pinpoint="annex",
        evidence="A/RES/76/257, note 2: “See resolution 2200 A (XXI), annex.”",
        treaty=(993, 14531),
    ),
    _known(
        "International Convention on the Elimination of All Forms of Racial Discrimination",
        target="A/RES/2106A(XX)",
        pinpoint="annex",
        evidence="heading of the Convention's text as the High Commissioner's Office prints it: "
        "resolution 2106 (XX); A/RES/76/227, note 7, for the volume",
        treaty=(660, 9464),
    ),
    _known(
        "Convention on the Elimination of All Forms of Discrimination against Women",
        target="A/RES/34/180",
        pinpoint="annex",
        evidence="heading of the Convention's text as the High Commissioner's Office prints it: "
        "resolution 34/180; A/RES/76/227, note 4, for the volume",
        treaty=(1249, 20378),
    ),
    _known(
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "Convention against Torture",
        target="A/RES/39/46",
        pinpoint="annex",
        evidence="A/RES/55/89: “its resolution 39/46 of 10 December 1984, by which it adopted”; "
        "A/RES/76/228, note 48, for the volume",
        treaty=(1465, 24841),
    ),
    _known(
        "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading"
        " Treatment or Punishment",
        "Optional Protocol to the Convention against Torture",
        target="A/RES/57/199",
        pinpoint="annex",
        evidence="A/RES/58/164: “adopted by the General Assembly in its resolution 57/199”",
    ),
    _known(
        "Convention on the Rights of the Child",
        target="A/RES/44/25",
        pinpoint="annex",
        evidence="A/RES/76/147: “its resolution 44/25 of 20 November 1989, by which it adopted”; "
        "A/RES/76/259, note 3, for the volume",
        treaty=(1577, 27531),
    ),
    _known(
        "International Convention on the Protection of the Rights of All Migrant Workers and"
        " Members of Their Families",
        "International Convention on the Protection of the Rights of All Migrant Workers and"
        " Members of their Families",
        target="A/RES/45/158",
        pinpoint="annex",
        evidence="A/RES/55/88: “its resolution 45/158 of 18 December 1990, by which it adopted”; "
        "A/RES/76/138, note 11, for the volume",
        treaty=(2220, 39481),
    ),
    _known(
        "Convention on the Rights of Persons with Disabilities",
        target="A/RES/61/106",
        pinpoint="annex I",
        evidence="heading of the Convention's text as the High Commissioner's Office prints it: "
        "resolution 61/106; A/RES/76/257, note 6, for the volume",
        treaty=(2515, 44910),
    ),
    _known(
        "International Convention for the Protection of All Persons from Enforced Disappearance",
        target="A/RES/61/177",
        pinpoint="annex",
        evidence="A/RES/76/158: “its resolution 61/177 of 20 December 2006, by which it adopted”; "
        "note 1, for the volume",
        treaty=(2716, 48088),
    ),
    _known(
        "Convention on the Prevention and Punishment of the Crime of Genocide",
        target="A/RES/260A(III)",
        pinpoint="annex",
        evidence="A/RES/76/180: “Resolution 260 A (III), annex.”",
    ),
    _known(
        "Declaration on the Right to Development",
        target="A/RES/41/128",
        pinpoint="annex",
        evidence="A/RES/76/134, note 8: “Resolution 41/128, annex.”",
    ),
    _known(
        "Declaration on the Protection of All Persons from Enforced Disappearance",
        target="A/RES/47/133",
        evidence="A/RES/76/158, note 9: “Resolution 47/133.”",
    ),
    _known(
        "Declaration on the Elimination of Violence against Women",
        target="A/RES/48/104",
        evidence="A/RES/76/137, note 26: “Resolution 48/104.”",
    ),
    _known(
        "Declaration on the Rights of Persons Belonging to National or Ethnic, Religious and"
        " Linguistic Minorities",
        target="A/RES/47/135",
        pinpoint="annex",
        evidence="A/RES/76/168: “Resolution 47/135, annex.”",
    ),
    _known(
        "Declaration on the Elimination of All Forms of Intolerance and of Discrimination Based on"
        " Religion or Belief",
        target="A/RES/36/55",
        evidence="A/RES/55/97: “its resolution 36/55 of 25 November 1981, by which it proclaimed”",
    ),
    _known(
        "United Nations Declaration on the Rights of Indigenous Peoples",
        target="A/RES/61/295",
        pinpoint="annex",
        evidence="A/RES/76/252, note 9: “Resolution 61/295, annex.”",
    ),
    _known(
        "Declaration on the Granting of Independence to Colonial Countries and Peoples",
        target="A/RES/1514(XV)",
        evidence="A/RES/76/99, note 3: “Resolution 1514 (XV).”",
    ),
    _known(
        "Declaration on Principles of International Law concerning Friendly Relations and"
        " Cooperation among States in accordance with the Charter of the United Nations",
        target="A/RES/2625(XXV)",
        pinpoint="annex",
        evidence="A/RES/56/154: “resolution 2625 (XXV) of 24 October 1970, by which it approved”",
    ),
    _known(
        "Declaration of Basic Principles of Justice for Victims of Crime and Abuse of Power",
        target="A/RES/40/34",
        pinpoint="annex",
        evidence="A/RES/55/111: “adopted by the General Assembly in its resolution 40/34”",
    ),
    _known(
        "Declaration on the Right of Peoples to Peace",
        target="A/RES/39/11",
        pinpoint="annex",
        evidence="A/RES/57/216: “resolution 39/11 of 12 November 1984, entitled”",
    ),
    _known(
        "United Nations Millennium Declaration",
        target="A/RES/55/2",
        evidence="A/RES/76/68, note 2: “Resolution 55/2.”",
    ),
    _known(
        "2005 World Summit Outcome",
        target="A/RES/60/1",
        evidence="A/RES/76/298, note 3: “Resolution 60/1.”",
    ),
    _known(
        "2030 Agenda for Sustainable Development",
        target="A/RES/70/1",
        evidence="A/RES/76/99, note 10: “Resolution 70/1.”",
    ),
    _known(
        "Addis Ababa Action Agenda of the Third International Conference on Financing for"
        " Development",
        "Addis Ababa Action Agenda",
        target="A/RES/69/313",
        pinpoint="annex",
        evidence="A/RES/76/219, note 7: “Resolution 69/313, annex.”",
    ),
    _known(
        "Sendai Framework for Disaster Risk Reduction",
        target="A/RES/69/283",
        pinpoint="annex II",
        evidence="A/RES/76/124, note 3: “Resolution 69/283, annex II.”",
    ),
    _known(
        "New Urban Agenda",
        target="A/RES/71/256",
        pinpoint="annex",
        evidence="A/RES/76/133, note 14: “Resolution 71/256, annex.”",
    ),
    _known(
        "New York Declaration for Refugees and Migrants",
        target="A/RES/71/1",
        evidence="A/RES/76/133, note 9: “Resolution 71/1.”",
    ),
    _known(
        "Global Compact for Safe, Orderly and Regular Migration",
        target="A/RES/73/195",
        pinpoint="annex",
        evidence="A/RES/76/148, note 12: “Resolution 73/195, annex.”",
    ),
    _known(
        "United Nations Global Counter-Terrorism Strategy",
        target="A/RES/60/288",
        evidence="A/RES/76/60, note 13: “Resolution 60/288.”",
    ),
    _known(
        "principles relating to the status of national institutions for the promotion and"
        " protection of human rights",
        "Paris Principles",
        target="A/RES/48/134",
        pinpoint="annex",
        evidence="A/RES/76/174, note 10: “Resolution 48/134, annex.”",
    ),
    _known(
        "Guiding Principles on Business and Human Rights",
        target="A/HRC/17/31",
        pinpoint="annex",
        evidence="A/C.3/70/L.46, note 4: “A/HRC/17/31, annex.”",
    ),
    _known(
        "Vienna Declaration and Programme of Action",
        target="A/CONF.157/24(PartI)",
        pinpoint="chap. III",
        evidence="A/RES/76/137, note 19: “A/CONF.157/24 (Part I), chap. III.”",
    ),
    _known(
        "United Nations Standard Minimum Rules for the Treatment of Prisoners (the Nelson Mandela"
        " Rules)",
        "Nelson Mandela Rules",
        target="A/RES/70/175",
        pinpoint="annex",
        evidence="A/RES/76/187, note 42: “Resolution 70/175, annex.”",
    ),
    _known(
        "United Nations Standard Minimum Rules for Non-custodial Measures (the Tokyo Rules)",
        "Tokyo Rules",
        target="A/RES/45/110",
        pinpoint="annex",
        evidence="A/RES/76/182, note 6: “Resolution 45/110, annex.”",
    ),
    _known(
        "United Nations Convention against Transnational Organized Crime",
        target="A/RES/55/25",
        pinpoint="annex I",
        evidence="A/RES/56/120: “its resolution 55/25 of 15 November 2000, in which it adopted”; "
        "A/RES/76/185, note 9, for the volume",
        treaty=(2225, 39574),
    ),
    _known(
        "United Nations Convention against Corruption",
        target="A/RES/58/4",
        pinpoint="annex",
        evidence="A/RES/58/140: “the adoption of its resolution 58/4”; A/RES/76/196, note 1, for "
        "the volume",
        treaty=(2349, 42146),
    ),
    _known(
        "Convention on the Safety of United Nations and Associated Personnel",
        target="A/RES/49/59",
        pinpoint="annex",
        evidence="A/RES/56/89: “its resolution 49/59 of 9 December 1994, by which it adopted”; "
        "A/RES/76/127, note 4, for the volume",
        treaty=(2051, 35457),
    ),
    _known(
        "Convention on the Privileges and Immunities of the United Nations",
        target="A/RES/22A(I)",
        evidence="A/RES/76/127, note 15: “Resolution 22 A (I).”",
    ),
)
