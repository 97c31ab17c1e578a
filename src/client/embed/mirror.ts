/** Gives a class of elements a property for each attribute of that name. @param numbers those that are read as numbers */
export function mirror(
  Element: CustomElementConstructor,
  names: readonly string[],
  numbers: readonly string[],
): void {
  for (const name of names) {
    Object.defineProperty(Element.prototype, name, {
      get(this: HTMLElement) {
        return numbers.includes(name) ? numberIn(this, name) : this.getAttribute(name);
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
}

/** Makes attributes of the properties that were set before the script came: they would hide those of `mirror` for good. */
export function takeOver(element: HTMLElement, names: readonly string[]): void {
  const given = element as unknown as Record<string, unknown>;
  for (const name of names) {
    if (Object.hasOwn(given, name)) {
      const value = given[name];
      delete given[name];
      given[name] = value;
    }
  }
}

/** What an attribute says as a number, which may be followed by "px"; null where it says none. */
export function numberIn(element: HTMLElement, name: string): number | null {
  const number = Number(element.getAttribute(name)?.replace(/px$/, ''));
  return Number.isFinite(number) ? number : null;
}
