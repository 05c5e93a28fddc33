/** A kind of chain on which `openssl verify` 3.0 and validatePath differ, who is right, and by which section. */
export interface Disagreement {
  readonly mutation: string;
  readonly we: 'accept' | 'refuse';
  /** `either` where the RFC allows both. */
  readonly right: 'we' | 'either';
  readonly because: string;
}

const accepted = (mutation: string, right: Disagreement['right'], because: string): Disagreement => ({
  mutation,
  we: 'accept',
  right,
  because,
});
const refused = (mutation: string, right: Disagreement['right'], because: string): Disagreement => ({
  mutation,
  we: 'refuse',
  right,
  because,
});

const notDer =
  'RFC 5280 §4.2: an extension is the DER of its type; openssl does not read this one, or not to its end';
const builder =
  'RFC 5280 §4.2.1.1: key identifiers serve to find issuers; 6.1 does not check them, and the signature is right';
const sameName =
  'RFC 5280 §6.1: the path is right; openssl takes the first issuer of that name and tries no other';

const notDefault = 'X.690 §11.5: DER does not encode a default';
const alphabet = 'X.680 §41: a string holds the characters of its type; openssl does not look';
const anchorSays =
  "RFC 5937 §3.2: what an anchor's certificate says binds the paths below it; openssl does not read it";
const rootDot = 'RFC 1034 §3.1: with the dot of the root it is the same host; openssl compares the text';
const unreadable =
  'RFC 5280 §4.2.1.10: a constrained name is compared or refused; this is no name, or no constraint, of its form';

/** The whole list. Each must occur, and nothing else may. */
export const disagreements: readonly Disagreement[] = [
  accepted('another authorityKeyIdentifier', 'we', builder),
  accepted('another subjectKeyIdentifier', 'we', builder),
  accepted('an authorityKeyIdentifier with another serial number', 'we', builder),
  accepted('issuer and subject of one name', 'we', sameName),
  accepted('name constraints: a self-issued authority outside', 'we', sameName),
  accepted('path length 0 behind a self-issued authority', 'we', sameName),
  accepted('policies: anyPolicy inhibited, self-issued', 'we', sameName),
  accepted('asked about at the last second', 'we', 'RFC 5280 §4.1.2.5: valid through notAfter, inclusive'),
  accepted(
    'the issuer name in full-width letters',
    'we',
    'RFC 5280 §7.1, RFC 4518 §2.3: compared after NFKC',
  ),
  accepted(
    'the issuer name in other case beyond ASCII',
    'we',
    'RFC 5280 §7.1, RFC 4518 §2.2: every letter is folded, not only those of ASCII',
  ),
  accepted(
    'name constraints: URI host with port and user',
    'we',
    'RFC 5280 §4.2.1.10, RFC 3986 §3.2: the host stands after the user information',
  ),
  accepted(
    'a key that is no key',
    'either',
    "RFC 5280 §6.1.5 (c): the target's key is handed on unread; who verifies with it finds it unusable. openssl does not load it",
  ),

  accepted('name constraints: DNS with a dot of the root', 'we', rootDot),
  accepted('name constraints: a name with a dot of the root', 'we', rootDot),
  accepted('name constraints: a mailbox with a dot of the root', 'we', rootDot),

  refused('name constraints: DNS excluded with a dot of the root', 'we', rootDot),
  refused('name constraints: an excluded name with a dot of the root', 'we', rootDot),
  refused('name constraints: URI with a dot of the root', 'we', rootDot),
  refused(
    'name constraints: a quoted mailbox excluded',
    'we',
    'RFC 5321 §4.1.2: quotes that are not needed do not make another mailbox',
  ),
  refused(
    'name constraints: e-mail in the subject in other case',
    'we',
    'RFC 5280 §4.1.2.6: emailAddress is compared without case, the local part too',
  ),
  refused(
    'name constraints: DNS with a leading dot',
    'either',
    'RFC 5280 §4.2.1.10 defines a leading dot for e-mail and URI constraints alone; openssl reads it here too',
  ),
  refused(
    'name constraints: every DNS name permitted',
    'either',
    'RFC 5280 §4.2.1.6 knows no empty DNS name; openssl reads it as every name',
  ),
  ...[
    'DNS excluded with two dots',
    'a name with two dots, another excluded',
    'an empty name, another excluded',
    'a mailbox without a local part',
    'two @ excluded',
    'no e-mail excluded',
    'two @ in a name, another excluded',
    'URI excluded by a constraint with a scheme',
    'URI excluded by a constraint with a port',
  ].map((name) => refused(`name constraints: ${name}`, 'we', unreadable)),
  ...['a mask with a hole', 'a mask with a hole, excluded'].map((name) =>
    refused(
      `name constraints: ${name}`,
      'we',
      'RFC 5280 §4.2.1.10, RFC 4632 §5.1: a mask is ones, then zeros',
    ),
  ),
  refused('name constraints: minimum 0 written out', 'we', notDefault),
  refused('cA false in so many octets', 'we', notDefault),
  refused('an asterisk in a PrintableString', 'we', alphabet),
  refused('a letter in a NumericString', 'we', alphabet),
  refused('Latin-1 in an IA5String', 'we', alphabet),
  refused(
    'no subject but an alternative name, not critical',
    'we',
    'RFC 5280 §4.1.2.6: the alternative name that stands for a subject must be critical',
  ),
  refused(
    'an authority, by its alternative name alone',
    'we',
    'RFC 5280 §4.1.2.6: an authority has a subject that is not empty',
  ),
  refused(
    'policies: an unknown qualifier, critical',
    'we',
    'RFC 5280 §4.2.1.4: who can not interpret a qualifier of critical policies must refuse the certificate',
  ),
  ...[
    "another than the root's",
    'required by the root',
    'anyPolicy inhibited by an authority',
    'anyPolicy inhibited, self-issued',
    'mapped, mapping inhibited by an authority',
  ].map((name) => refused(`policies: ${name}`, 'either', anchorSays)),
  refused(
    'MD5',
    'either',
    'RFC 6151 §2: no longer acceptable for signatures; openssl asked for no security level',
  ),
  refused(
    'a byte after the certificate',
    'we',
    'RFC 5280 §4.1: a certificate is one SEQUENCE; openssl reads no further',
  ),
  refused('extensions in v1', 'we', 'RFC 5280 §4.1.2.9: only in version 3'),
  refused('a serial number of 21 octets', 'we', 'RFC 5280 §4.1.2.2: no longer than 20 octets'),
  refused('parameters that are not NULL', 'we', 'RFC 4055 §5: NULL or absent'),
  refused(
    "an issuer's p256 key with a hybrid point",
    'we',
    'RFC 5480 §2.2: the hybrid form must not be used',
  ),
  refused(
    "an issuer's p256 key with a compressed point",
    'either',
    'RFC 5480 §2.2: support is optional; we read one encoding of a key only, so that a digest of it stands for the key',
  ),
  refused("an issuer's rsa key with no parameters", 'we', 'RFC 3279 §2.3.1: they must be NULL'),
  refused(
    "an issuer's rsa key with parameters that are not NULL",
    'we',
    'RFC 3279 §2.3.1: they must be NULL; openssl does not look at them',
  ),
  refused(
    "an issuer's rsa key with the OID of X.500",
    'either',
    'RFC 3279 §2.3.1: an RSA key is named rsaEncryption; other names are for other profiles',
  ),
  refused('an authority without a name', 'we', 'RFC 5280 §4.1.2.4: the issuer must not be empty'),
  refused('no subject and no alternative name', 'we', 'RFC 5280 §4.1.2.6: one of them must name the subject'),
  refused(
    'no basicConstraints',
    'either',
    'RFC 5280 §6.1.1 (d) leaves anchors to their owner; openssl takes a root by its keyUsage, we want cA',
  ),
  refused('name constraints: none at all', 'we', 'RFC 5280 §4.2.1.10: must not be empty'),
  refused(
    'name constraints: URI of an address',
    'we',
    'RFC 5280 §4.2.1.10: must be refused where a URI constraint applies and the host is no name',
  ),
  refused('policies: an empty list', 'we', 'RFC 5280 §4.2.1.4: at least one'),
  refused('policies: a negative number to skip', 'we', 'RFC 5280 §4.2.1.14: SkipCerts starts at 0'),
  refused('policies: mapped to anyPolicy, nothing required', 'we', 'RFC 5280 §6.1.4 (a)'),
  refused(
    'an authorityKeyIdentifier with half a name',
    'we',
    'RFC 5280 §A.2: issuer and serial number both or neither',
  ),
  refused('cA neither true nor false', 'we', 'X.690 §11.1: TRUE is FF'),
  refused('basicConstraints with an octet more', 'we', notDer),
  ...[
    'extKeyUsage',
    'subjectAltName',
    'issuerAltName',
    'nameConstraints',
    'crlDistributionPoints',
    'freshestCRL',
    'authorityInfoAccess',
    'subjectDirectoryAttributes',
    'policyMappings',
  ].map((type) => refused(`${type}: an octet more`, 'we', notDer)),
  ...[
    'issuerAltName',
    'freshestCRL',
    'authorityInfoAccess',
    'subjectDirectoryAttributes',
    'policyMappings',
  ].flatMap((type) => [
    refused(`${type}: not DER`, 'we', notDer),
    refused(`${type}: of another type`, 'we', notDer),
  ]),
];
