import { registerDemoStaff } from '../../../src/demo.js';
import {
  type ApiClient,
  type MockCard,
  openAsLead,
  registerCase,
  signatureJson,
  signInStaff,
  StaffClient,
  submitAsLead,
} from '../../../src/devkit/index.js';
import type { SealingMode } from '../../../src/core/statement/index.js';
import { MEMBER_STORE, type MemberStore } from '../../../src/staff/index.js';
import type { TestApplication, TestCase } from './application.js';

/** Everybody who can be signed in, by who they are. */
export type Sessions = Readonly<
  Record<'lead' | 'otherLead' | 'registrar' | 'verifier' | 'approver' | 'auditor', ApiClient>
>;

/** The texts with which a test's case is entered. */
export const caseText = (number: string) => ({
  number,
  mainText: '你是否同意圖書館於例假日延長開放至晚間九時？',
  reason: '讓上班的人也能使用圖書館。',
});

/** So few that 1.5 % of them is three. */
export const electors = 200;

/** Enters the commission's staff, each with the one role of their part. */
export function enterStaff(application: TestApplication): Promise<void> {
  const { clock, people } = application.installation;
  return registerDemoStaff(application.get<MemberStore>(MEMBER_STORE), clock, people);
}

/** The commission's staff and two cases that collect: 9001, and 9002 led by somebody else. */
export async function twoCases(
  application: TestApplication,
  electorTotal = electors,
): Promise<Readonly<Record<'main' | 'other', TestCase>>> {
  await enterStaff(application);
  const { lead, otherLead } = application.installation.people;
  return {
    main: await collectingCase(application, '9001', lead, { electorTotal }),
    other: await collectingCase(application, '9002', otherLead, { electorTotal }),
  };
}

/** How a case differs from the usual. */
interface CaseOptions {
  readonly electorTotal?: number;
  readonly mode?: SealingMode;
}

const modeOf = ({ mode }: CaseOptions): { mode?: SealingMode } => (mode === undefined ? {} : { mode });

/** Registers a case whose code its lead has. */
export async function issuedCase(
  application: TestApplication,
  number: string,
  lead: MockCard,
  options: CaseOptions = {},
): Promise<TestCase> {
  const registrar = await application.as('registrar');
  return {
    ...(await registerCase(
      registrar,
      { ...caseText(number), ...modeOf(options) },
      lead,
      options.electorTotal ?? electors,
      application.installation.clock.now(),
    )),
    lead,
  };
}

/** Registers a case and has its lead open it: it collects from the next day on. */
export async function collectingCase(
  application: TestApplication,
  number: string,
  lead: MockCard,
  options: CaseOptions = {},
): Promise<TestCase> {
  const issued = await issuedCase(application, number, lead, options);
  await openAsLead(application.api, issued, lead);
  return issued;
}

/** Has the lead submit the case's round. */
export async function submitted(application: TestApplication, of: TestCase): Promise<void> {
  await submitAsLead(await application.asLead(of), of.lead);
}

/** A request for approval, as far as its approver needs it. */
interface Approvable {
  readonly id: string;
  readonly statement: string;
}

/** Has an approver sign a request: what was asked for is done then, or put up where its work is long. */
export async function approved(
  application: TestApplication,
  { id, statement }: Approvable,
): Promise<{ readonly state: string }> {
  const approver = await application.as('approver');
  const signature = await application.cardOf('approver').sign(Buffer.from(statement), 'cms-attached');
  return approver.post(`staff/requests/${id}/approval`, { signature: signatureJson(signature) });
}

/** Has two people stop the case. */
export async function stopped(application: TestApplication, number: string): Promise<void> {
  await approved(application, await (await application.as('registrar')).post(`staff/cases/${number}/stop`));
}

/** The verifier and the approver at work on a case; {@link enterStaff} has entered them. */
export function staffClient(application: TestApplication, number: string): Promise<StaffClient> {
  const reporter = {
    step: () => undefined,
    message: () => undefined,
    progress: () => undefined,
  };
  const { api, installation } = application;
  return StaffClient.signIn({ api, people: installation.people, reporter }, number);
}

/** Signs everybody in. */
export async function signEverybodyIn(
  application: TestApplication,
  cases: Readonly<Record<'main' | 'other', TestCase>>,
): Promise<Sessions> {
  const { api, installation } = application;
  const { registrar, verifier, approver, auditor } = installation.people;
  return {
    lead: await application.asLead(cases.main),
    otherLead: await application.asLead(cases.other),
    registrar: await signInStaff(api, registrar),
    verifier: await signInStaff(api, verifier),
    approver: await signInStaff(api, approver),
    auditor: await signInStaff(api, auditor),
  };
}
