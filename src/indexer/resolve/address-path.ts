/** The part of a written address that names a file: without query and fragment, `%xx` decoded. */
export function pathOfAddress(address: string): string {
  const plain = address.replace(/[?#][^]*$/, '');
  try {
    return decodeURIComponent(plain).toWellFormed();
  } catch {
    return plain;
  }
}
