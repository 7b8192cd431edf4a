"""What a person does with the keyboard."""

from playwright.sync_api import Locator, Page


def tab_to(page: Page, wanted: Locator, *, at_most: int = 100) -> None:
    """Press Tab until it has the focus, as who has no mouse does."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"Not reached by {at_most} × Tab: {wanted}")


def press(page: Page, wanted: Locator, key: str) -> None:
    """Go there by Tab and press the key."""
    tab_to(page, wanted)
    page.keyboard.press(key)


def write(page: Page, wanted: Locator, text: str) -> None:
    """Go there by Tab and type the text."""
    tab_to(page, wanted)
    page.keyboard.type(text)
