/**
 * `npm run drill -- clock-jumps`: the clock of the server jumps while somebody co-signs, forward and back, by minutes, a day and a year. Says what the person sees
 * under the wrong clock, and that the same person is recorded once after it is right again.
 */
import { drill } from '../support/drill/drill.js';
import { citizens, coSignatureBody } from '../support/application/co-signers.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const jumps: readonly (readonly [name: string, milliseconds: number])[] = [
  ['30 seconds back', -minute / 2],
  ['2 minutes back', -2 * minute],
  ['a day back', -day],
  ['a year back', -365 * day],
  ['5 minutes forward', 5 * minute],
  ['11 minutes forward', 11 * minute],
  ['a day forward', day],
  ['a year forward', 365 * day],
];

await drill('clock-jumps', async ({ application, installation }) => {
  const seen: Record<string, object> = {};
  const send = async (body: object): Promise<string> => {
    const { status, body: answer } = await application.request
      .post('/api/v1/cases/9001/co-signatures')
      .send(body);
    const { code } = answer as { code?: string };
    return code === undefined ? String(status) : `${String(status)} ${code}`;
  };
  const signedAnew = async (index: number): Promise<string> => {
    const person = citizens(jumps.length)[index];
    if (person === undefined) throw new Error('nobody is left');
    try {
      return await send(await coSignatureBody(application, '9001', person));
    } catch (error) {
      return `no challenge: ${error instanceof Error ? error.message : ''}`;
    }
  };
  let acknowledged = true;
  for (const [index, [name, milliseconds]] of jumps.entries()) {
    const person = citizens(jumps.length)[index];
    if (person === undefined) throw new Error('nobody is left');
    const body = await coSignatureBody(application, '9001', person);
    installation.clock.advance(milliseconds);
    const [withTheOldChallenge, withANewOne] = [await send(body), await signedAnew(index)];
    installation.clock.advance(-milliseconds);
    const onceItIsRight = await signedAnew(index);
    acknowledged &&= ['201', '409 already-co-signed'].includes(onceItIsRight);
    seen[name] = { withTheOldChallenge, withANewOne, onceItIsRight };
  }
  const rows = await application.databases.owner.query<{ day: string }[]>(
    'SELECT signed_on::text AS day FROM sealed_record',
  );
  return {
    seen,
    holds: {
      everybodyIsRecordedOnce: rows.length === jumps.length && acknowledged,
      nobodyOnADayThatIsNot: new Set(rows.map(({ day: on }) => on)).size === 1,
    },
  };
});
