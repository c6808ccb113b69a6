import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What is printed for clients, as they find it in the repository. */
export const clientSchemaFile = fileURLToPath(new URL('../../../schema.graphql', import.meta.url));

export async function copyClientSchema(file: string): Promise<void> {
  await copyFile(clientSchemaFile, file);
}
