import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import { unroutedErrorCodes } from '../../messages/http-errors.js';
import { listOf } from './problems.js';

const description = `Electronic co-signing (電子連署) of national referendum cases.

Bytes are standard base64, digests and commitments lower-case hexadecimal, days Taipei days (\`YYYY-MM-DD\`).
Every failure is a problem document (RFC 9457) with a stable \`code\`; its sentence is in zh-TW or English by \`Accept-Language\`.
Where a sentence here has \`…\`, the answer has a number, a day or a name.

Before it is known which endpoint is meant, the answer may be:

${listOf(unroutedErrorCodes)}`;

/** Each tag of an endpoint, and what its endpoints are for. */
const tags = {
  cases: 'What anybody may read: cases (公民投票案) and published results.',
  'co-signing': 'Co-signing (連署) with a card, what became of a co-signature, and which are one’s own.',
  'sign-in': 'Sign-in of staff and of lead proposers, by challenge and card. There are no passwords.',
  lead: 'What the lead proposer (領銜人) of a case does. The session says which case.',
  staff:
    'What the commission’s staff do: registering, checking (查對), approvals by two people, the audit log.',
  'open data': 'Published results across cases, to compute with (開放資料).',
  platform: 'The platform itself: whether it works, and its public keys.',
} as const;

/** A token that says nothing to whoever holds it (RFC 6750). */
const opaqueBearer = { type: 'http', scheme: 'bearer', bearerFormat: 'opaque' } as const;

/** The document before its endpoints: title, licence, tags, sessions. It names no machine: clients say where the platform is. */
export function introduction(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setTitle('Lianshu 連署')
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setContact('Lianshu maintainers', 'https://github.com/lianshu/lianshu', '')
    .addServer('/', 'The platform that serves this document')
    .addBearerAuth({ ...opaqueBearer, description: 'Session of a lead proposer (領銜人)' }, 'lead')
    .addBearerAuth({ ...opaqueBearer, description: 'Session of a member of staff' }, 'staff');
  for (const [name, about] of Object.entries(tags)) builder.addTag(name, about);
  return builder.build();
}
