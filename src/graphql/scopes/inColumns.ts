const WIDTH = 100;

/** Returns the words, comma separated, in indented lines that fit a terminal. */
export function inColumns(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const next = index === words.length - 1 ? word : `${word},`;
    if (line !== '' && indent.length + line.length + 1 + next.length > WIDTH) {
      lines.push(indent + line);
      line = next;
    } else line = line === '' ? next : `${line} ${next}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
