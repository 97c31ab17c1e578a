/** Keeps a list of options at this one, whatever was chosen last. */
export function chosen(value: string | number): (list: HTMLSelectElement) => void {
  return (list) => {
    list.value = String(value);
  };
}
