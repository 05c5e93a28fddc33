export {
  demoCard,
  origin,
  ScriptedJudge,
  ScriptedLeads,
  signatureBy,
  type StaffServer,
  startStaffServer,
} from './server.js';
