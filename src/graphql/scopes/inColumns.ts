const WIDTH = 100;

/** The words, comma separated, in indented lines that a terminal shows whole. */
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
