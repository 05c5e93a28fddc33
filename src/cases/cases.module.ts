import { Module } from '@nestjs/common';
import { type Clock, CLOCK } from '../core/clock.js';
import { CalendarService } from './calendar/calendar.service.js';
import { OFFICE_CLOSURES, type OfficeClosures } from './calendar/ports.js';
import { CaseService, PUBLIC_CASES } from './case.service.js';
import { EndPeriodsJob } from './end-periods.service.js';
import { ServiceSwitches } from './switches/service-switches.service.js';
import { CASE_KEYS, type CaseKeys, type CaseRepository, PUBLIC_CASE_REPOSITORY } from './ports.js';

/** Cases as staff see them, cases as anybody may see them, the hourly end of periods, and what is switched off. */
@Module({
  providers: [
    CaseService,
    {
      provide: PUBLIC_CASES,
      inject: [PUBLIC_CASE_REPOSITORY, CLOCK, CASE_KEYS, OFFICE_CLOSURES],
      useFactory: (cases: CaseRepository, clock: Clock, keys: CaseKeys, closures: OfficeClosures) =>
        new CaseService(cases, clock, keys, closures),
    },
    CalendarService,
    EndPeriodsJob,
    ServiceSwitches,
  ],
  exports: [CalendarService, CaseService, PUBLIC_CASES, ServiceSwitches],
})
export class CasesModule {}
