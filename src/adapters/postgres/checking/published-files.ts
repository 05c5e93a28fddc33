import type { DataSource, EntityManager } from 'typeorm';
import type { NamedFile, StoredFile } from '../../../checking/index.js';
import type { RoundId } from '../../../core/identifiers.js';
import { sha256 } from '../../../core/sha256.js';
import { bytea } from './check-tables.js';

/** Octets of a chunk: the most of a file that is in memory at once when it is read. */
const chunkSize = 1_048_576;

/** Stores the files of a bundle, a statement for each chunk. */
export async function insertFiles(
  manager: EntityManager,
  round: RoundId,
  version: number,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [fileName, content] of files) {
    const name = storedName(version, fileName);
    await manager.query('INSERT INTO published_file (round_id, name, sha256, size) VALUES ($1, $2, $3, $4)', [
      round,
      name,
      bytea(sha256(content)),
      content.length,
    ]);
    for (let start = 0; start < content.length; start += chunkSize)
      await manager.query(
        'INSERT INTO published_file_chunk (round_id, name, chunk, content) VALUES ($1, $2, $3, $4)',
        [round, name, start / chunkSize, bytea(content.subarray(start, start + chunkSize))],
      );
  }
}

/** The first version's files have their own names; those of a corrected one, the version before it. */
function storedName(version: number, name: string): string {
  return version === 1 ? name : `${version}/${name}`;
}

/** What is known of a file, without its content. */
export async function findFile(
  dataSource: DataSource,
  round: RoundId,
  version: number,
  name: string,
): Promise<StoredFile | undefined> {
  // A name with a slash in it is none of a bundle.
  if (name.includes('/')) return undefined;
  const rows = await dataSource.query<{ sha256: Buffer; size: number }[]>(
    'SELECT sha256, size FROM published_file WHERE round_id = $1 AND name = $2',
    [round, storedName(version, name)],
  );
  return rows.at(0);
}

/** The same of several, in the order of their names here; what isn't stored is left out. */
export async function findFiles(
  dataSource: DataSource,
  round: RoundId,
  version: number,
  names: readonly string[],
): Promise<readonly NamedFile[]> {
  const rows = await dataSource.query<{ ordinal: number; sha256: Buffer; size: number }[]>(
    `SELECT n.ordinal::int, f.sha256, f.size FROM unnest($2::text[]) WITH ORDINALITY AS n (name, ordinal)
     JOIN published_file f ON f.round_id = $1 AND f.name = n.name ORDER BY n.ordinal`,
    [round, names.map((name) => storedName(version, name))],
  );
  return rows.map(({ ordinal, sha256: digest, size }) => ({
    name: names[ordinal - 1] ?? '',
    sha256: digest,
    size,
  }));
}

/** A file whose content is read. */
interface WantedFile {
  readonly round: RoundId;
  readonly version: number;
  readonly name: string;
  readonly size: number;
}

/** The chunks of a file: each is asked for when the one before it has been taken. Throws when one is not there. */
export async function* readContent(
  dataSource: DataSource,
  { round, version, name, size }: WantedFile,
): AsyncGenerator<Uint8Array> {
  let left = size;
  for (let chunk = 0; left > 0; chunk += 1) {
    const [row] = await dataSource.query<{ content: Buffer }[]>(
      'SELECT content FROM published_file_chunk WHERE round_id = $1 AND name = $2 AND chunk = $3',
      [round, storedName(version, name), chunk],
    );
    if (row?.content.length !== Math.min(left, chunkSize))
      throw new Error('a chunk of a published file is not there');
    left -= row.content.length;
    yield row.content;
  }
}
