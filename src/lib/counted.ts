/** Returns a number with the matching form of a noun: "1 request", "2 requests". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
