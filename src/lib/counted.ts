/** A number with the form of the noun that belongs to it: "1 request", "2 requests". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
