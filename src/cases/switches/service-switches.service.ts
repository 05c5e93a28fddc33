import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type Clock, CLOCK } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { describeBug, LOG, type Log } from '../../core/log.js';
import { PROCESS_MESSAGES, type ProcessMessages } from '../../core/process-messages.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { ApprovedBy } from '../case-move.js';
import type { PlatformSwitchErrorCode, SwitchErrorCode } from '../errors.js';
import { CASE_REPOSITORY, type CaseRepository } from '../ports.js';
import { SWITCH_STORE, type SwitchStore } from './ports.js';
import { checkSwitchChange, type ServiceSwitch, type SwitchChange, switchEvent } from './service-switch.js';

const topic = 'switches';
const every = 3_000;

/**
 * What two people have switched off while the platform runs (ADR 31). Every process has the switches in memory, looks at them every three seconds and when another
 * process says that one was turned. Where the database can't be asked, they stay as they were last seen. No day of the law is moved by one.
 */
@Injectable()
export class ServiceSwitches implements OnModuleInit {
  private on: readonly ServiceSwitch[] = [];
  private told = false;

  constructor(
    @Inject(SWITCH_STORE) private readonly store: SwitchStore,
    @Inject(CASE_REPOSITORY) private readonly cases: Pick<CaseRepository, 'find'>,
    @Inject(PROCESS_MESSAGES) private readonly messages: ProcessMessages,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Nothing is taken before the switches are known: a start without them fails. */
  async onModuleInit(): Promise<void> {
    this.messages.receive(topic, () => void this.run());
    this.on = await this.store.all();
  }

  /** Reads them anew. */
  @Interval(every)
  async run(): Promise<void> {
    try {
      this.on = await this.store.all();
      this.told = false;
    } catch (error) {
      if (!this.told)
        this.log.warn({ bug: describeBug(error) }, 'the switches can not be read: they stay as they were');
      this.told = true;
    }
  }

  /** Those that are on, the one that has been longest first. From memory. */
  current(): readonly ServiceSwitch[] {
    return this.on;
  }

  /** Why nothing but reading is possible; undefined where it is. From memory. */
  readOnly(): ServiceSwitch | undefined {
    return this.on.find(({ name }) => name === 'read-only');
  }

  /** Why co-signatures of a case are not taken: its own pause, or that of all cases. From memory. */
  pauseOf(caseNumber: string): ServiceSwitch | undefined {
    const pauses = this.on.filter(({ name }) => name === 'intake-paused');
    return (
      pauses.find((each) => each.caseNumber === caseNumber) ??
      pauses.find((each) => each.caseNumber === undefined) ??
      this.readOnly()
    );
  }

  /** Whether this can be asked for now. */
  async check(change: SwitchChange): Promise<Result<void, PlatformSwitchErrorCode>> {
    return checkSwitchChange(change, await this.store.all());
  }

  /** The same of a case's own switch. */
  async checkOfCase(
    change: SwitchChange & { readonly caseNumber: CaseNumber },
  ): Promise<Result<void, SwitchErrorCode>> {
    const found = await this.cases.find(change.caseNumber);
    return found === undefined ? fail('not-found') : this.check(change);
  }

  /** Turns the switch, as two people have decided, and tells the other processes. */
  async turn(change: SwitchChange, by: ApprovedBy): Promise<Result<void, PlatformSwitchErrorCode>> {
    const checked = await this.check(change);
    if (!checked.ok) return checked;
    if (!(await this.write(change, by))) return fail('switch-set-already');
    await this.run();
    await this.messages.send(topic, new Uint8Array());
    return ok(undefined);
  }

  private write(change: SwitchChange, { actor, request }: ApprovedBy): Promise<boolean> {
    const at = this.clock.now();
    const { name, caseNumber } = change;
    const onCase = caseNumber === undefined ? {} : { caseNumber };
    const entry = { at, actor, action: switchEvent(change), ...onCase };
    if (!change.on) return this.store.turnOff(change, { ...entry, details: { request } });
    const { reasonZhTW, reasonEn } = change;
    const turned = { name, ...onCase, since: at, reasonZhTW, reasonEn };
    return this.store.turnOn(turned, { ...entry, details: { reasonZhTW, reasonEn, request } });
  }
}
