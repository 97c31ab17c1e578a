/** Gives a class of elements a property for each attribute of that name. @param numbers those that are read as numbers */
export function mirror(
  Element: CustomElementConstructor,
  names: readonly string[],
  numbers: readonly string[],
): void {
  for (const name of names) {
    Object.defineProperty(Element.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        const value = this.getAttribute(name);
        return value !== null && numbers.includes(name) ? Number(value) : value;
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
}
