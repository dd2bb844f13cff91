"""Sameness: typography and punctuation are no words."""

import pytest

from archive.comparison.sameness import plain_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The item “Rights”;", 'The item "Rights"'),
        ("d\u2019Ivoire", "d'Ivoire"),
        ("follow\u2011up – and", "follow-up - and"),
        ("of\u00a053/144\u202fof\t1998", "of 53/144 of 1998"),
        ("co\u00adoperation", "cooperation"),
        ("Decides to remain seized;", "Decides to remain seized."),
        ("يقرر ذلك؛", "يقرر ذلك،"),
        ("决定如下；", "决定如下。"),
        (" ; ", ""),
        ("in many countries, persons", "in many countries persons"),
        (
            "urges, within their mandates, all bodies: to act",
            "urges within their mandates all bodies to act",
        ),
        ("认识到，各国", "认识到、各国"),
    ],
)
def test_the_same_words_in_another_type_are_the_same(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the States", "the states"),
        ("1,000 persons", "1000 persons"),
        ("A/66.2", "A/662"),
        ("paragraph 5", "paragraph 6"),
        ("is this so?", "is this so"),
        ("cooperation", "co operation"),
    ],
)
def test_whatever_else_differs_is_another_wording(one: str, other: str) -> None:
    assert plain_words(one) != plain_words(other)
