/** An instruction of a Dockerfile. */
export interface Instruction {
  readonly name: string;
  /** `--name=value` before the arguments. */
  readonly flags: ReadonlyMap<string, string>;
  /** The rest of its line, continued lines joined. */
  readonly text: string;
}

/** What one FROM begins. */
export interface Stage {
  readonly base: string;
  /** Its name for COPY --from, or its number. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

const KNOWN = new Set('FROM COPY RUN ENV WORKDIR USER VOLUME EXPOSE HEALTHCHECK CMD'.split(' '));

/** @throws an error at an instruction that the tests do not understand. */
export function parseDockerfile(content: string): readonly Stage[] {
  const lines = content
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { base: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const instruction = parseInstruction(line);
    if (instruction.name === 'FROM') {
      const from = /^(\S+)(?: AS (\S+))?$/.exec(instruction.text);
      if (from === null) throw new Error(`Unknown form of FROM: ${line}`);
      stages.push({ base: from[1] ?? '', name: from[2] ?? `${stages.length}`, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`An instruction before FROM: ${line}`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

function parseInstruction(line: string): Instruction {
  const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
  if (!KNOWN.has(name)) throw new Error(`An unknown instruction: ${line}`);
  const flags = new Map<string, string>();
  let text = rest;
  for (;;) {
    const flag = /^--([a-z-]+)=(\S+)\s+/.exec(text);
    if (flag === null) return { name, flags, text };
    flags.set(flag[1] ?? '', flag[2] ?? '');
    text = text.slice(flag[0].length);
  }
}

/** The last instruction of that name in a stage. */
export function lastOf({ instructions }: Stage, name: string): Instruction {
  const found = instructions.findLast((instruction) => instruction.name === name);
  if (found === undefined) throw new Error(`The stage has no ${name}.`);
  return found;
}

/** The arguments of `CMD ["…"]`, which no shell starts. */
export function execForm({ text }: Instruction): readonly string[] {
  const json = text.replace(/^CMD\s+/, '');
  const parsed: unknown = JSON.parse(json);
  if (!Array.isArray(parsed) || !parsed.every((part) => typeof part === 'string')) {
    throw new Error(`This is not the exec form: ${text}`);
  }
  return parsed;
}

/** The variables of a stage. */
export function environmentOf({ instructions }: Stage): Record<string, string> {
  const pairs = instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ text }) => text.split(/\s+/))
    .map((pair): [string, string] => {
      const [, key, value] = /^([A-Z_]+)=([^"'\\$]+)$/.exec(pair) ?? [];
      if (key === undefined || value === undefined) throw new Error(`Unknown form of ENV: ${pair}`);
      return [key, value];
    });
  return Object.fromEntries(pairs);
}

/** Returns whether a path of the repository reaches the image, by the forms that `.dockerignore` uses. */
export function contextFilter(ignore: string): (path: string) => boolean {
  const rules = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const matchers = rules.map((rule) => {
    const isKept = rule.startsWith('!');
    const pattern = isKept ? rule.slice(1) : rule;
    if (pattern === '*') return { isKept, matches: () => true };
    const anywhere = /^\*\*\/([\w.]+)$/.exec(pattern)?.[1];
    if (anywhere !== undefined) {
      return { isKept, matches: (path: string) => path.split('/').includes(anywhere) };
    }
    if (!/^[\w.-]+$/.test(pattern)) throw new Error(`Unknown form in .dockerignore: ${rule}`);
    return { isKept, matches: (path: string) => path.split('/')[0] === pattern };
  });
  return (path) => matchers.findLast(({ matches }) => matches(path))?.isKept ?? true;
}
