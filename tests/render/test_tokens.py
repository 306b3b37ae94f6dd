from stratkit.render.tokens import settle


def test_a_token_of_the_document_is_put_in_its_place() -> None:
    style = ':root { --ink: #123456; --text: "Serif; 4", serif }'
    style += "p { color: var(--ink); font: 9pt var( --text ) }"
    assert 'p { color: #123456; font: 9pt "Serif; 4", serif }' in settle(style)


def test_a_token_may_name_another() -> None:
    assert settle(":root { --a: var(--b); --b: 1pt }\np { margin: var(--a) }").endswith("p { margin: 1pt }")


def test_a_token_that_some_elements_set_stays() -> None:
    style = ":root { --tone: red }\n.blue { --tone: blue }\np { color: var(--tone) }"
    assert settle(style) == style
    assert settle(".blue { --tone: blue }\np { color: var(--tone) }").endswith("color: var(--tone) }")


def test_a_token_that_is_set_twice_stays() -> None:
    style = ":root { --ink: red }\n:root { --ink: blue }\np { color: var(--ink) }"
    assert settle(style) == style


def test_an_unknown_token_and_one_with_a_second_choice_stay() -> None:
    style = ":root { --ink: red }\np { color: var(--none); background: var(--ink, blue) }"
    assert settle(style) == style


def test_tokens_that_go_round_in_circles_end() -> None:
    assert "var(--" in settle(":root { --a: var(--b); --b: var(--a) }\np { color: var(--a) }")
