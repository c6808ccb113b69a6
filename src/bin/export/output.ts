import { createHash } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What an interrupted export needs in order to go on. */
interface Progress {
  /** Tells exports apart: a fingerprint of query, variables, and format. */
  readonly of: string;
  readonly cursor: string | null;
  readonly rows: number;
  /** Length of the file with these rows; null once the export is complete. */
  readonly bytes: number | null;
  /** The file with these rows; null for standard output. Absent in what earlier versions stored. */
  readonly file?: string | null;
}

export interface OutputOptions {
  /** Undefined: standard output. An interrupted export then begins again. */
  readonly file: string | undefined;
  /** Where the cursor is kept. Undefined: beside the file, until the export is complete. */
  readonly cursorFile: string | undefined;
  readonly fingerprint: string;
  readonly write: (text: string) => Promise<void>;
}

/** Where rows go: each page is stored before its cursor is, so that none is lost or written twice. */
export class ExportOutput {
  private handle: FileHandle | null = null;
  private bytes = 0;
  private progress: Progress;

  private constructor(
    private readonly options: OutputOptions,
    private readonly progressFile: string | null,
    known: Progress | null,
  ) {
    this.progress = known ?? { of: options.fingerprint, cursor: null, rows: 0, bytes: 0 };
  }

  /** @throws Error when the file belongs to another export. */
  static async open(options: OutputOptions): Promise<ExportOutput> {
    const { file, cursorFile, fingerprint } = options;
    const progressFile = cursorFile ?? (file === undefined ? null : `${file}.progress`);
    const known = progressFile === null ? null : await readProgress(progressFile);
    if (known !== null && known.of !== fingerprint) {
      throw new Error(
        `${progressFile} belongs to another query, other variables, or another format. ` +
          'Delete it to start again, or name another file.',
      );
    }
    if (known !== null && cursorFile !== undefined) checkFile(known, file, cursorFile);
    const output = new ExportOutput(options, progressFile, known);
    if (file !== undefined) await output.openFile(file, known);
    return output;
  }

  /** Where to go on; null: at the beginning. */
  get cursor(): string | null {
    return this.progress.cursor;
  }

  get rows(): number {
    return this.progress.rows;
  }

  /** Whether nothing is in the file yet: a format with a header begins with it. */
  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  /** @param cursor leads to what follows. */
  async append(text: string, rows: number, cursor: string | null): Promise<void> {
    // When this page is interrupted, the next run must know where it began.
    if (this.progress.bytes === null) await this.store({ ...this.progress, bytes: this.bytes });
    if (this.handle === null) await this.options.write(text);
    else {
      await this.handle.appendFile(text);
      await this.handle.datasync();
    }
    this.bytes += Buffer.byteLength(text);
    await this.store({
      ...this.progress,
      cursor: cursor ?? this.progress.cursor,
      rows: this.progress.rows + rows,
      bytes: this.bytes,
    });
  }

  /** Everything has been written. The cursor is kept where the export goes on another time. */
  async complete(): Promise<void> {
    await this.close();
    if (this.options.cursorFile !== undefined) {
      await this.store({ ...this.progress, rows: 0, bytes: null });
    } else if (this.progressFile !== null) await rm(this.progressFile, { force: true });
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = null;
  }

  private async openFile(file: string, known: Progress | null): Promise<void> {
    // What an interrupted run wrote after its last page is written again.
    this.handle = await open(file, known === null ? 'w' : 'a');
    const { size } = await this.handle.stat();
    const kept = known?.bytes ?? size;
    if (size < kept) {
      await this.close();
      throw new Error(
        `${file} is shorter than it was when the export stopped. Delete ${this.progressFile} to start again.`,
      );
    }
    if (size > kept) await this.handle.truncate(kept);
    this.bytes = kept;
  }

  private async store(members: Progress): Promise<void> {
    const progress = { ...members, file: placeOf(this.options.file) };
    this.progress = progress;
    if (this.progressFile === null) return;
    const temporary = `${this.progressFile}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify(progress));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.progressFile);
  }
}

/** What the export wrote last may be incomplete, in that file only. */
function checkFile(
  { bytes, file: last = null }: Progress,
  file: string | undefined,
  cursorFile: string,
): void {
  if (bytes === null || last === null || last === placeOf(file)) return;
  throw new Error(
    `The export stopped while it wrote to ${last}. Run it with that file, or delete ${cursorFile} to start again.`,
  );
}

function placeOf(file: string | undefined): string | null {
  return file === undefined ? null : resolve(file);
}

export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

async function readProgress(file: string): Promise<Progress | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Progress;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) {
      throw new Error(`${file} is damaged. Delete it to start again.`, { cause: error });
    }
    throw error;
  }
}
