// Written by `npm run docs:api` from docs/api/openapi.json: not to be edited.

export interface paths {
  '/api/v1/audit/checkpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The hourly checkpoints (簽章檢查點) of the audit log, the latest first
     * @description One an hour, whatever happens: co-signing leaves no event, so nothing of it shows.
     */
    get: operations['Checkpoints.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The cases that collect or have collected co-signatures, page by page
     * @description First those on which one can co-sign today, then the others, each by number. Rehearsals (演練) are never among real cases. Nothing here depends on how many have co-signed.
     */
    get: operations['Cases.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A case (公民投票案) that collects or has collected co-signatures */
    get: operations['Cases.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A challenge (查驗碼) for one co-signature of this case, valid ten minutes, with the text to sign
     * @description Only on a day on which the case collects. The national ID number goes between the two parts of `statement`.
     */
    post: operations['CoSignature.challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/co-signatures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Co-sign (連署) this case
     * @description The signature is over the statement (連署書) with this number and challenge, byte for byte. 201 means that the sealed record is durable. 409 `already-co-signed` carries the receipt of the same holder’s earlier co-signature, so trying again after a lost answer is safe.
     */
    post: operations['CoSignature.coSign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The case document (主文及理由書)
     * @description Exactly the bytes whose SHA-256 stands in every statement: `curl -s … | sha256sum`.
     */
    get: operations['Cases.document'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/misuse-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report that somebody else used the card (冒用)
     * @description At any time. The answer is the same whether or not the card has co-signed this case. The report is sealed to the commission: nobody sees it, or that there is one, before the round is submitted. Then two people decide. It is no withdrawal.
     */
    post: operations['Remedies.reportMisuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/mobile-co-signatures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Co-sign (連署) this case with what was signed on the phone
     * @description 202 means that nothing was signed yet: ask again after `Retry-After`. Who declined on the phone is told of it only when the time is over, since a stranger may be asking. 201 and 409 `already-co-signed` are as with a card.
     */
    post: operations['MobileCoSignature.coSign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/mobile-pushes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask somebody to sign the statement on their phone, by mobile certificate (行動自然人憑證)
     * @description Off unless a certificate policy admits it. The service of the mobile certificate sees the statement (連署書), with number and case. The answer is the same whether or not the number has a mobile certificate. The platform keeps nothing: the ticket has it all.
     */
    post: operations['MobileCoSignature.push'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Object (異議) to one’s own co-signature being struck out
     * @description With the receipt, and signed with the card that co-signed, on the days that the policy sets after the publication. Two people decide.
     */
    post: operations['Remedies.object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/remedies/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A challenge (查驗碼) for an objection, a report of misuse or a withdrawal, valid ten minutes */
    post: operations['Remedies.challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/result': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The confirmed result of a round */
    get: operations['Result.result'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/result/rounds/{round}/versions/{version}/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file of the bundle of one version of one round’s result
     * @description It never changes, and may be kept for ever. Version 1 was confirmed first; each later one corrects the one before it.
     */
    get: operations['Result.fileOfVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/result/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file of the bundle, as it is
     * @description Put them all into a folder and run `lianshu audit verify FOLDER`. Each was made once, at the publication; its `ETag` is its SHA-256. The files of a supplement (補提) take the place of those of the main round, and those of a corrected result the place of the one before, so ask again at each use; `rounds/{round}/versions/{version}/{file}` never changes.
     */
    get: operations['Result.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseNumber}/withdrawals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a co-signature back (撤回), where a law allows it
     * @description None does: the policy is off, every request is answered `withdrawal-not-lawful`, and nothing is written.
     */
    post: operations['Remedies.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/closures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The days on which government offices are closed, as two people have entered them (ACT 6)
     * @description A last day on which a natural disaster closes the offices moves to the next day that they are open, for every case.
     */
    get: operations['Closures.all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/co-signatures/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A challenge (查驗碼) for asking after one’s own co-signatures, with the text to sign */
    post: operations['OwnCoSignatures.challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/co-signatures/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The co-signatures of the holder of this card, and exactly how each stands
     * @description Of the cases that collect or are being checked, the card alone finds them, each with a receipt. When a case is closed, the key that finds a holder’s co-signature is destroyed: from then on show the receipt, and the record is opened to see that this card signed it.
     */
    post: operations['OwnCoSignatures.mine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Changes of the commission’s staff that the operator made alone, in an emergency; usually none */
    get: operations['Emergencies.all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether co-signatures can be taken: 503 while revocation data is stale, the database is away, or no case that collects is served here */
    get: operations['Health.health'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys that receipts (收據) are verified with, as a JWK Set (RFC 7517) */
    get: operations['Keys.published'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/case': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The lead’s own case and its round in hand */
    get: operations['Lead.case'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Object (異議) to a number of the struck-out list of the round checked last
     * @description On the days that the policy sets after the publication. Sealed to the commission; two people decide.
     */
    post: operations['LeadObjections.object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/objections/paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Object (異議) to a paper row of that list, by page and line
     * @description As an objection to a number. What the household registration office found can fall.
     */
    post: operations['LeadObjections.objectToPaperRow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many have co-signed, by day */
    get: operations['Lead.progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/round/key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand in the round’s key
     * @description Public and wrapped key with the signed key statement. The answer is sealed to the key: open it for `round/opening`.
     */
    post: operations['Lead.handInKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/round/opening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open the round: show that the wrapped key opens (REG 6) */
    post: operations['Lead.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/round/records': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sealed records, for the lead’s own safekeeping, page by page */
    get: operations['Lead.records'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign out: end the session of this request */
    delete: operations['LeadSessions.signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sessions of the lead of this case that have neither ended nor expired */
    get: operations['LeadSessions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of these sessions */
    delete: operations['LeadSessions.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/struck-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The struck-out list of a round, once its result is confirmed
     * @description Until 90 days after the case was established or not (RULES 9). Each time it is handed over is in the audit log, without any number.
     */
    get: operations['StruckOut.find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit (提出) the round, once (REG 7) */
    post: operations['Lead.submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead/submission/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prepare the submission
     * @description Stops intake for `holdSeconds`, which end by themselves, and answers what there is to sign.
     */
    post: operations['Lead.draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-data/dictionary.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The data dictionary (資料字典): each field with its type and what it is */
    get: operations['OpenData.dictionary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-data/results.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All published results as CSV (RFC 4180, UTF-8): a line for each round of a case
     * @description By case number and round. The fields are in the dictionary. Nothing is here before two people have confirmed a result, and no rehearsal (演練).
     */
    get: operations['OpenData.csv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-data/results.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as JSON: `{ "version": 1, "results": [ … ] }` */
    get: operations['OpenData.json'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/receipts/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What became of the co-signature of this receipt, and by group why it doesn’t count
     * @description For the bearer of the receipt. It says nothing about the person, and neither does the answer.
     */
    post: operations['Receipts.ofBearer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/receipts/{commitment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of the co-signature with this commitment (hex); not why */
    get: operations['Receipts.status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A challenge to sign in with, good once and for ten minutes */
    post: operations['SignIn.challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/lead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in as a lead proposer (領銜人), with the access code (認證碼) and the registered certificate
     * @description Once the case is established or not, the session opens `lead/struck-out` alone; every other address of the lead answers 404.
     */
    post: operations['SignIn.lead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in as a member of staff */
    post: operations['SignIn.staff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is wrong now: revocation data, settings, switches, workers, checkpoints
     * @description Nothing here depends on how many have co-signed.
     */
    get: operations['Alerts.current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events of the audit log after a place in it, all or those that are wanted */
    get: operations['Audit.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole audit log as `lianshu audit verify` reads it
     * @description What `lianshu audit export` prints: a line of canonical JSON for each event, each signed act and each checkpoint. The signed acts have certificates, which name people: handle it as a file with names. An answer that breaks off is not the whole log. That it was handed over is the last event in it, `audit-log-exported`.
     */
    get: operations['Audit.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Cases, by number, or rehearsals (演練) */
    get: operations['StaffCases.all'];
    put?: never;
    /** Register (登錄) a case; the threshold is worked out from the elector total (ACT 12) */
    post: operations['StaffCases.register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A case */
    get: operations['StaffCases.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/announcement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the day of the announcement (公告日) of a closed case to be entered (ACT 13, REG 12)
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes. From this day the records are kept for two years.
     */
    post: operations['Calendar.announcement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove the uploaded files of an answer that is not imported */
    delete: operations['Check.discardAnswer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/answer/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Upload one sealed file of MOI’s answer, named as in the roster
     * @description The bytes as they came from MOI. A file of the same name is replaced. Nothing is opened before the import is asked for.
     */
    put: operations['Check.keepAnswerFile'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the check (查對) stands, and its counts once every record is judged */
    get: operations['Check.check'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/check/begin-anew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Throw the verdicts away, and pause
     * @description Only while records are being checked: nobody outside has seen a verdict. After `resume`, every record is verified again. The case stays in its check.
     */
    post: operations['Batch.beginAnew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/check/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pause the verification of records
     * @description The records under way are finished. Only while records are being checked.
     */
    post: operations['Batch.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/check/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a paused verification go on
     * @description Whatever it was paused for. Where what was missing is still missing, it is paused again.
     */
    post: operations['Batch.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue the access code (認證碼) of the main round (REG 4) or the supplement (REG 8) */
    post: operations['StaffCases.issueCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/code/replacement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another access code (認證碼) in place of a lost one, and ask for it to take its place
     * @description Another member approves the request. The code of this answer works from then on, and the old one no longer. The days of the round stay as they are.
     */
    post: operations['StaffCases.replaceCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/final-ruling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the final ruling of a lawsuit to be entered: three months later the records may go (REG 12)
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.
     */
    post: operations['Calendar.finalRuling'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a lawsuit over a case to be entered: its records are kept meanwhile (REG 12)
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.
     */
    post: operations['Calendar.hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/intake-pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the intake of a case to be paused, or to go on
     * @description Another member approves the request (`staff/requests/{id}/approval`). Then every process keeps to it within seconds. What was taken before stays taken, and no last day moves. `GET /api/v1/status` shows it to everybody.
     */
    post: operations['Switches.ofCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/lead-certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the lead’s certificates to be replaced: a lost or renewed card, a changed name
     * @description After the lead has been identified. Another member approves the request, who reads both subjects and SHA-256; neither may become the lead. Then all of the lead’s sessions end. The round key stays wrapped as it is: a deputy or the passphrase opens it.
     */
    post: operations['LeadCertificates.replace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/offline-submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a submission to be taken in that the lead made offline during an outage (REG 11)
     * @description Another member approves the request. Then the round is submitted as of the time it was handed over, if it is over exactly the records that are stored. While the request waits, the case does not lapse.
     */
    post: operations['OfflineSubmission.request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the entry of the paper rows (紙本登錄) stands */
    get: operations['Paper.overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/paper/differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rows on which the two entries disagree, without any value */
    get: operations['Paper.differences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/paper/differences/{page}/{line}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Both values of one row, opened for the one who asks
     * @description The audit log says who opened which row, and nothing of what stands in it.
     */
    get: operations['Paper.openDifference'];
    /** Settle one row: as one entry has it, or by a third value */
    put: operations['Paper.settleDifference'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/paper/entries/{entry}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Upload one of the two entries of the paper rows: each by another person
     * @description CSV (RFC 4180, UTF-8) with the header `page,line,national_id,code`, in order of page and line, both from 1 and without gaps. `code` is `00`, or what the household registration office found: R01 to R05, P01 to P03. It takes the place of an earlier one, and what was compared is compared anew. Rows are sealed before they are stored. A file with a rejected row is not stored.
     */
    put: operations['Paper.keepEntry'];
    post?: never;
    /** Remove an entry, and what was compared and settled */
    delete: operations['Paper.removeEntry'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/purge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The dry run of a purge: from when on it may be, and what it would destroy */
    get: operations['Check.purge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/remedies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The requests of submitted rounds; none before the submission, whatever there is */
    get: operations['StaffRemedies.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/remedies/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Propose a decision; another person signs the `statement` of the answer */
    post: operations['StaffRemedies.propose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/reports/{report}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A report on the check, as a file
     * @description `batch` (查對作業報告), `struck-out` (不予計入統計) and `result` (查對結果公告稿), each as `.pdf` (tagged, PDF/UA), `.ods` and `.csv`, such as `batch.pdf`; `.json` is the data that it was made from, and the SHA-256 of these bytes stands on each. In the language that `Accept-Language` asks for. The same data give the same bytes. `batch` and `struck-out` have exact numbers, for the commission; `result` has what is public alone.
     */
    get: operations['Reports.report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a step that takes two people; another signs the `statement` of the answer
     * @description With `import-answer`, the uploaded files of MOI’s answer are read as a whole first: an answer at fault is refused with file and line, and nothing changes. With `start-check`, the paper rows are entered and settled, or `withoutPaper` says that there are none.
     */
    post: operations['Check.request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/result': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The result as it was drawn up; none before MOI’s answer is in */
    get: operations['ResultDraft.draft'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/roster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The roster for MOI: sealed to it, signed by the commission */
    get: operations['Check.roster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a case to be stopped: the legislature has done what it asks (REG 10)
     * @description Another member approves the request.
     */
    post: operations['StaffCases.stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/cases/{caseNumber}/supplement-notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the day to be entered on which the notice of the struck-out list was delivered
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes. Without it the supplement’s thirty days run from the confirmed result (REG 8, RULES 9).
     */
    post: operations['Calendar.supplementNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/closures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a day to be entered on which government offices are closed (ACT 6)
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes. Then it is published, and each last day that it touches is moved to the next day on which the offices are open. It can’t be taken back.
     */
    post: operations['Calendar.closure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/due': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The limits that the law sets and that run: days left, and what is overdue
     * @description Of real cases, or of rehearsals (演練). Nothing here depends on how many have co-signed.
     */
    get: operations['Calendar.due'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every member of staff, active or not */
    get: operations['Members.all'];
    put?: never;
    /**
     * Ask for somebody to become a member of staff, by the signing certificate of their card
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes. The certificate must be good now; it is not stored, its SHA-256 is.
     */
    post: operations['Members.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/members/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a member to be removed, for good: their sessions end at once
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.
     */
    post: operations['Members.remove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/members/{id}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for other roles of a member, in place of those they have
     * @description Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.
     */
    post: operations['Members.roles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests for approval, the latest first */
    get: operations['Approvals.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A request, with what is approved and the statement to sign */
    get: operations['Approvals.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/requests/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The second person's signature: carries the action out
     * @description Signed by the certificate the approver signed in with, over the exact `statement` of the request. Where carrying out fails, the answer is that problem, and the request stays as `failed` with its code. What takes long (`send-roster`, `import-answer`, `confirm-result`, `correct-result`) is carried out afterwards: the answer says `approved`, `GET staff/cases/{n}/check` says how far it is, and the request becomes `executed` or `failed`. `start-check` and `purge` of a large case may also be answered with `approved` and go on; where the program ends meanwhile, they are asked for again.
     */
    post: operations['Approvals.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign out: end the session of this request */
    delete: operations['StaffSessions.signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own sessions that have neither ended nor expired */
    get: operations['StaffSessions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of these sessions */
    delete: operations['StaffSessions.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/switches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the intake of all cases to be paused, or for the platform to be read-only; or for either to end
     * @description Another member approves the request (`staff/requests/{id}/approval`). Then every process keeps to it within seconds. What was taken before stays taken, and no last day moves. `GET /api/v1/status` shows it to everybody.
     */
    post: operations['Switches.ofPlatform'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether co-signatures are taken, since when, and which pauses are planned */
    get: operations['Status.current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AlertList: {
      /** @description What stops the intake first */
      alerts: components['schemas']['AlertView'][];
    };
    AlertView: {
      /**
       * @description `revocation-data-stale`: certificates of one source can’t be checked, so nothing is taken. `anchors-missing`: no anchor set is in force. `case-not-served`: this server’s settings or keys differ from those with which the case opened. `intake-paused`, `read-only`: a switch is on. `worker-missing`: pieces of a check have waited for a minute, and nobody is at work on any. `checkpoint-late`: the audit log has no checkpoint of this hour or the one before.
       * @enum {string}
       */
      alert:
        | 'revocation-data-stale'
        | 'anchors-missing'
        | 'case-not-served'
        | 'intake-paused'
        | 'read-only'
        | 'worker-missing'
        | 'checkpoint-late';
      /** @description The case number (案號), where it is about one case */
      case?: string;
      /** @description The source of revocation data, where it is about one */
      about?: string;
      /**
       * Format: date-time
       * @description Since when, as far as it is known
       */
      since?: string;
    };
    AnnouncementDto: {
      /**
       * Format: date
       * @description From the end of the case to today.
       * @example 2026-03-02
       */
      announcedOn: string;
    };
    ApprovalDetail: {
      /** Format: uuid */
      id: string;
      /** @example start-check */
      action: string;
      /** @description Case number (案號), where the action is on a case */
      case?: string;
      /** @description SHA-256 of exactly what is approved, hex */
      subjectDigest: string;
      /** @description The exact text the approver signs, as UTF-8 */
      statement: string;
      /** @enum {string} */
      state: 'pending' | 'approved' | 'executed' | 'failed';
      /**
       * Format: uuid
       * @description The member who asks
       */
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      /**
       * Format: date-time
       * @description From then on nobody can approve it
       */
      expiresAt: string;
      /** Format: uuid */
      approvedBy?: string;
      /** Format: date-time */
      approvedAt?: string;
      /** @description Why carrying it out failed */
      failureCode?: string;
      /**
       * Format: byte
       * @description Exactly what is approved: canonical JSON (RFC 8785), base64. Its SHA-256 is `subjectDigest`, which the statement names.
       */
      content: string;
      /** @description `failureCode` as a sentence, in zh-TW or English by `Accept-Language` */
      failure?: string;
    };
    ApprovalPage: {
      requests: components['schemas']['ApprovalView'][];
      /**
       * Format: uuid
       * @description There may be more: ask with `before`
       */
      next?: string;
    };
    ApprovalSignature: {
      signature: components['schemas']['CardSignatureDto'];
    };
    ApprovalView: {
      /** Format: uuid */
      id: string;
      /** @example start-check */
      action: string;
      /** @description Case number (案號), where the action is on a case */
      case?: string;
      /** @description SHA-256 of exactly what is approved, hex */
      subjectDigest: string;
      /** @description The exact text the approver signs, as UTF-8 */
      statement: string;
      /** @enum {string} */
      state: 'pending' | 'approved' | 'executed' | 'failed';
      /**
       * Format: uuid
       * @description The member who asks
       */
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      /**
       * Format: date-time
       * @description From then on nobody can approve it
       */
      expiresAt: string;
      /** Format: uuid */
      approvedBy?: string;
      /** Format: date-time */
      approvedAt?: string;
      /** @description Why carrying it out failed */
      failureCode?: string;
    };
    AuditPage: {
      /** @description Events as exported: `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the rest, `previous` the hash before */
      events: Record<string, never>[];
    };
    BearerStatusView: {
      /** @description Case number (案號) */
      case: string;
      /** @enum {number} */
      round: 1 | 2;
      /** @enum {string} */
      status: 'recorded' | 'submitted' | 'counted' | 'not-counted';
      /** @description Once the result is public */
      inclusion?: components['schemas']['InclusionView'];
      /** @description Once the result is public: SHA-256 of `result.json` of each version, hex; the status follows the last */
      results?: string[];
      /**
       * @description With `not-counted`: why, by group. The exact reason is for the holder of the card.
       * @enum {string}
       */
      group?: 'evidence' | 'repeated' | 'household-register' | 'paper-form';
      /** @description The same as a sentence */
      reason?: string;
    };
    BundleFileView: {
      /** @enum {string} */
      name:
        | 'result.json'
        | 'result.p7s'
        | 'verdicts.csv'
        | 'key-statement.p7m'
        | 'submission-statement.p7m'
        | 'certificates.pem'
        | 'jwks.json';
      /** @description Octets */
      size: number;
      /** @description Hex */
      sha256: string;
    };
    CardSignatureDto: {
      /**
       * @description `cms`: a SignedData (RFC 5652), DER; `pkcs1`: the bare signature value beside its certificate, DER.
       * @enum {string}
       */
      form: 'cms' | 'pkcs1';
      /**
       * Format: byte
       * @description With form `cms`, and only then
       */
      signedData?: string;
      /**
       * Format: byte
       * @description With form `pkcs1`, and only then
       */
      signature?: string;
      /**
       * Format: byte
       * @description With form `pkcs1`, and only then
       */
      certificate?: string;
    };
    CaseSwitchDto: {
      /** @description True to pause, false to go on. */
      on: boolean;
      /**
       * @description Why, in Traditional Chinese. Shown to everybody on the status page and on the page of the case; one line of 1 to 200 characters. Left out where `on` is false.
       * @example 讀卡元件更新中
       */
      reasonZhTW?: string;
      /**
       * @description Why, in English. Shown to everybody on the status page and on the page of the case; one line of 1 to 200 characters. Left out where `on` is false.
       * @example The card program is being updated
       */
      reasonEn?: string;
    };
    CheckRequestDto: {
      /** @enum {string} */
      action: 'start-check' | 'send-roster' | 'import-answer' | 'confirm-result' | 'correct-result' | 'purge';
      /** @description With `start-check`: true says that nothing was handed in on paper. It is needed where no paper rows were entered, and refused where some were. */
      withoutPaper?: boolean;
    };
    CheckView: {
      /** @enum {string} */
      phase: 'judging' | 'judged' | 'sent' | 'answered' | 'published';
      /** @description Records the lead signed for */
      records: number;
      /** @description Records that have a verdict */
      judged: number;
      /** @description Records that got a verdict in the last minute */
      recordsPerMinute?: number;
      /** @description At that rate; left out while nothing moves */
      secondsLeft?: number;
      /**
       * @description Why it stands still, where it does
       * @enum {string}
       */
      paused?:
        | 'paused-by-staff'
        | 'round-key-not-opened'
        | 'commission-round-key-missing'
        | 'paper-not-opened'
        | 'revocation-archive-incomplete';
      /** @description Once every record has a verdict */
      electronic?: components['schemas']['TallyView'];
      /** @description Paper rows that two people closed */
      paperRows: number;
      /** @description Once every record has a verdict */
      paper?: components['schemas']['TallyView'];
      /** @description The latest approved step whose work is long */
      step?: components['schemas']['StepView'];
    };
    CheckpointPage: {
      /** @description Each a compact JWS (RFC 7515) by a key of `/api/v1/keys`: `iss`, `number`, `events`, `head` (`hash` of the last event), `previous` (SHA-256 of the JWS before), `iat`. Keep those you have seen: `lianshu audit verify --checkpoints`. */
      checkpoints: string[];
      /** @description There may be more: ask with `before` */
      next?: number;
    };
    ClosureDto: {
      /**
       * Format: date
       * @description The Taipei day.
       * @example 2026-09-02
       */
      day: string;
      /**
       * @description `natural-disaster`: the offices are closed by a natural disaster (天然災害停止上班), which moves a last day; `holiday`: a holiday on a working day, which never moves one, and is skipped behind a disaster. Weekends need no entry.
       * @enum {string}
       */
      kind: 'natural-disaster' | 'holiday';
      /**
       * @description The announcement: who made it, and its number or address; one line of 1 to 200 characters.
       * @example 行政院人事行政總處 2026-09-01 公告
       */
      reference: string;
      /**
       * @description Where the offices are closed, as announced; one line of 1 to 100 characters.
       * @example 臺北市
       */
      area?: string;
    };
    ClosureList: {
      /** @description By day */
      closures: components['schemas']['ClosureView'][];
    };
    ClosureView: {
      /**
       * Format: date
       * @description The Taipei day.
       */
      day: string;
      /**
       * @description `natural-disaster`: the offices are closed by a natural disaster (天然災害停止上班), which moves a last day; `holiday`: a holiday on a working day, which never moves one, and is skipped behind a disaster. Weekends need no entry.
       * @enum {string}
       */
      kind: 'natural-disaster' | 'holiday';
      /** @description The announcement. */
      reference: string;
      /** @description Where, as announced. It counts for every case. */
      area?: string;
    };
    CoSignatureAnswer: {
      /** @description SHA-256 of the sealed record, hex: ask for its status at `receipts/{commitment}`. */
      commitment: string;
      /** @description The receipt (收據): JWS, compact, ES256. Keep it. */
      receipt: string;
      /**
       * Format: date
       * @description The Taipei day it was recorded.
       */
      recordedOn: string;
    };
    CoSignatureDto: {
      /** @description The national ID number (國民身分證統一編號) that the signed statement names. */
      nationalId: string;
      /** @description The challenge (查驗碼) that the signed statement names. */
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
    };
    CoSigningChallengeAnswer: {
      /** @description Goes into the statement as it is. */
      challenge: string;
      /**
       * Format: date-time
       * @description Until when it can be used.
       */
      expiresAt: string;
      statement: components['schemas']['StatementAroundNationalIdView'];
    };
    DayCountView: {
      /**
       * Format: date
       * @description Taipei day.
       */
      day: string;
      count: number;
    };
    DecisionView: {
      /** @enum {string} */
      outcome: 'upheld' | 'dismissed';
      reason: string;
      /** Format: date */
      on: string;
    };
    DisclosureView: {
      /** Format: date */
      on: string;
      /** @enum {string} */
      office: 'lead' | 'commission' | 'ministry';
      /** @enum {string} */
      purpose:
        | 'submission'
        | 'check'
        | 'roster'
        | 'struck-out-list'
        | 'struck-out-list-opened'
        | 'struck-out-list-fetched'
        | 'corrected-list';
    };
    DueList: {
      /** @description What is due first comes first. */
      due: components['schemas']['DueView'][];
    };
    DueView: {
      /**
       * @description The case number (案號).
       * @example 9001
       */
      case: string;
      /** @description Whether this is a rehearsal (演練), which has no legal effect. */
      rehearsal: boolean;
      /**
       * @description `access-code`: the lead receives it. `submission`, `supplement`: the lead submits. `check`: the result is confirmed, 60 days from the submission. `paper-repeats`: the Ministry of the Interior marks paper rows that repeat an electronic one, two days from the roster. `announcement`: ten days from the confirmed result.
       * @enum {string}
       */
      limit: 'access-code' | 'submission' | 'supplement' | 'check' | 'paper-repeats' | 'announcement';
      /**
       * @description 1 the main round, 2 the supplement (補提).
       * @enum {number}
       */
      round?: 1 | 2;
      /** @example ACT 13 */
      article: string;
      /**
       * Format: date
       * @description The days are counted from the day after this.
       */
      since?: string;
      /**
       * Format: date
       * @description The last day, closures counted.
       */
      dueOn: string;
      /** @description Days left, today included. */
      daysLeft: number;
      overdue: boolean;
    };
    EmergencyList: {
      /** @description The last 100 events, the latest first, as the audit log has them. `details` names the change, the member by UUID, the roles, and the document that ordered it. */
      events: Record<string, never>[];
    };
    FinalRulingDto: {
      /**
       * Format: date
       * @description The day of the final ruling, today or earlier.
       * @example 2026-03-02
       */
      finalRulingOn: string;
    };
    HealthAnswer: {
      /** @enum {string} */
      status: 'ok' | 'degraded';
      /** @enum {string} */
      database: 'ok' | 'unreachable';
      /** @description Revocation data by source: fresh, stale or missing. */
      trust: {
        [key: string]: unknown;
      };
      /** @description Of the latest 100 cases that collect, those that this server does not serve: its settings or keys differ. */
      notServed: components['schemas']['RoundNotServed'][];
    };
    HoldDto: {
      /**
       * @description The court and its file number; one line of 1 to 200 characters.
       * @example 臺北高等行政法院 115 年度訴字第 1 號
       */
      reference: string;
    };
    HolderReportDto: {
      /** @description What happened, in one paragraph of at most 500 characters */
      account: string;
      /** @description The challenge that the signed text names */
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
      /** @description The receipt of the co-signature: JWS, compact. Needed once the case is closed */
      receipt?: string;
    };
    InclusionView: {
      index: number;
      treeSize: number;
      /** @description Hashes from the leaf’s sibling up, hex */
      proof: string[];
    };
    IntakePauseView: {
      /** Format: date-time */
      since: string;
      /** @description In Traditional Chinese */
      reasonZhTW: string;
      /** @description In English */
      reasonEn: string;
    };
    IssueCodeDto: {
      /**
       * Format: date
       * @description The Taipei day the paper form was handed over, if that came first (ACT 12).
       */
      paperFormOn?: string;
    };
    IssuedCodeView: {
      /** @description The access code (認證碼). Hand it over: nobody can show it again. */
      accessCode: string;
      case: components['schemas']['StaffCaseView'];
    };
    LeadCaseView: {
      /**
       * @description The case number (案號); that of a rehearsal (演練) begins with `R`.
       * @example 9001
       */
      number: string;
      /** @description Whether this is a rehearsal (演練), which has no legal effect. */
      rehearsal: boolean;
      /** @description The main text (主文). */
      mainText: string;
      /** @description SHA-256 of the case document, hex. */
      documentDigest: string;
      /** @description Valid co-signatures needed (ACT 12). */
      threshold: number;
      /**
       * @description What the lead reads of each co-signature: its national ID number, or nothing (`two-key`).
       * @enum {string}
       */
      mode: 'number-to-lead' | 'two-key';
      /** @enum {string} */
      state:
        | 'registered'
        | 'code-issued'
        | 'collecting'
        | 'submitted'
        | 'not-accepted'
        | 'checking'
        | 'supplement-due'
        | 'established'
        | 'not-established'
        | 'lapsed'
        | 'stopped';
      /** @description The reason (理由書). */
      reason: string;
      /** @description The undertaking (切結書) that the key statement contains; a paragraph a line. */
      undertaking: string;
      /** @description The platform’s origin, as it stands in what the lead signs. */
      origin: string;
      /** @description Where people co-sign, while the round collects (REG 6). */
      signingAddress?: string;
      round: components['schemas']['LeadRoundView'];
    };
    LeadCertificatesDto: {
      /**
       * Format: byte
       * @description The lead’s new signing certificate, DER, base64.
       */
      leadSigningCertificate: string;
      /**
       * Format: byte
       * @description The lead’s new encryption certificate, DER, base64.
       */
      leadEncryptionCertificate: string;
    };
    LeadObjectionDto: {
      /** @description The number in the struck-out list */
      nationalId: string;
      account: string;
    };
    LeadRoundView: {
      /**
       * @description 1 the main round, 2 the supplement (補提).
       * @enum {number}
       */
      round: 1 | 2;
      /** Format: date */
      codeIssuedOn: string;
      /**
       * Format: date
       * @description First Taipei day of collecting.
       */
      firstDay: string;
      /**
       * Format: date
       * @description Last Taipei day of collecting, and of submitting.
       */
      lastDay: string;
      /**
       * Format: date
       * @description The day the lead opened the round.
       */
      openedOn?: string;
      submission?: components['schemas']['SubmissionView'];
      /**
       * Format: byte
       * @description The commission’s round key, which the key statement names: SubjectPublicKeyInfo, DER.
       */
      commissionRoundKey: string;
      /**
       * Format: byte
       * @description SubjectPublicKeyInfo, DER, once handed in.
       */
      publicKey?: string;
      /**
       * Format: byte
       * @description CMS EnvelopedData, DER, once handed in.
       */
      wrappedKey?: string;
      /**
       * Format: byte
       * @description CMS SignedData, DER, once handed in.
       */
      keyStatement?: string;
    };
    LeadSignInAnswer: {
      /** @description Bearer token (RFC 6750); nobody can show it again */
      token: string;
      /** Format: date-time */
      expiresAt: string;
      /**
       * @description The case number (案號) of the lead’s case.
       * @example 9001
       */
      caseNumber: string;
    };
    LeadSignInRequest: {
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
      /** @description Access code (認證碼) the commission handed over */
      accessCode: string;
    };
    MemberList: {
      /** @description By name */
      members: components['schemas']['MemberView'][];
    };
    MemberRolesDto: {
      roles: ('registrar' | 'verifier' | 'approver' | 'auditor')[];
    };
    MemberView: {
      /** Format: uuid */
      id: string;
      name: string;
      roles: ('registrar' | 'verifier' | 'approver' | 'auditor')[];
      /** @description Whether they can sign in; once false, for good */
      active: boolean;
      /** @description SHA-256 of their certificate (DER), hex */
      certificateDigest: string;
    };
    MobileCoSignatureDto: {
      /** @description The same national ID number as before. */
      nationalId: string;
      /** @description The ticket, as it was answered. */
      ticket: string;
    };
    MobilePushAnswer: {
      /** @description Sealed by the platform: it says nothing to anybody else. Come back with it and the number. */
      ticket: string;
      /**
       * @description Show it to the person: the phone shows the same four digits. Nobody should sign a request with other digits.
       * @example 4711
       */
      comparisonCode: string;
      /**
       * Format: date-time
       * @description Until when the phone takes a signature.
       */
      expiresAt: string;
    };
    MobilePushDto: {
      /** @description The national ID number (國民身分證統一編號) of the person who is to sign on their phone. */
      nationalId: string;
      /** @description The challenge (查驗碼) that the statement will name. */
      challenge: string;
    };
    MobileWaitingAnswer: {
      /** @enum {string} */
      status: 'waiting';
    };
    NewMemberDto: {
      roles: ('registrar' | 'verifier' | 'approver' | 'auditor')[];
      /** @description What colleagues call them: 1 to 100 characters */
      name: string;
      /**
       * Format: byte
       * @description The signing certificate of their card, DER, base64
       */
      certificate: string;
    };
    NotExecutedMembers: {
      /** @description The request as it now is; where it was carried out and failed. */
      request?: components['schemas']['ApprovalView'];
    };
    OfflineSubmissionDto: {
      /**
       * Format: byte
       * @description The submission statement (提出聲明書): CMS SignedData by the lead, DER, base64.
       */
      statement: string;
      /**
       * Format: byte
       * @description The round key wrapped for the commission, DER, base64.
       */
      wrappedKey: string;
      /**
       * Format: date-time
       * @description When the lead handed it over, with its zone; within the period.
       * @example 2026-09-02T16:30:00+08:00
       */
      handedOverAt: string;
    };
    OpenDataDictionary: {
      /**
       * @description Changes where a field goes or changes its meaning; a new field does not change it
       * @example 1
       */
      version: number;
      /**
       * @description Stands in place of a number below five, or of one that would tell it
       * @example fewer-than-five-or-withheld
       */
      withheld: string;
      fields: components['schemas']['OpenDataFieldView'][];
    };
    OpenDataFieldView: {
      /**
       * @description The column of `results.csv`, and the member of `results.json`
       * @example case
       */
      name: string;
      /** @enum {string} */
      type: 'text' | 'integer' | 'date' | 'integer or withheld';
      /**
       * @description What it is, in zh-TW
       * @example 案號
       */
      zhTW: string;
      /**
       * @description What it is
       * @example Case number
       */
      en: string;
    };
    OpenedDifferenceView: {
      page: number;
      line: number;
      /**
       * @description What differs
       * @enum {string}
       */
      kind: 'number' | 'code' | 'number-and-code' | 'not-in-first' | 'not-in-second';
      /**
       * @description What holds, once it is settled
       * @enum {string}
       */
      settledAs?: 'first' | 'second' | 'other';
      /**
       * Format: uuid
       * @description The member who settled it
       */
      settledBy?: string;
      /** Format: date-time */
      settledAt?: string;
      /** @description Left out where the first entry has no such row */
      first?: components['schemas']['PaperValueView'];
      /** @description Left out where the second entry has no such row */
      second?: components['schemas']['PaperValueView'];
    };
    OwnCoSignatureAnswer: {
      /** @description SHA-256 of the sealed record, hex: ask for its status at `receipts/{commitment}`. */
      commitment: string;
      /** @description The receipt (收據): JWS, compact, ES256. Keep it. */
      receipt: string;
      /**
       * Format: date
       * @description The Taipei day it was recorded.
       */
      recordedOn: string;
      /** @description The case number (案號). */
      case: string;
      /** @description The main text (主文). */
      mainText: string;
      /**
       * @description 1 the main round, 2 the supplement (補提).
       * @enum {number}
       */
      round: 1 | 2;
      /** @enum {string} */
      status: 'recorded' | 'submitted' | 'counted' | 'not-counted';
      /** @description With `not-counted`: exactly why, by code */
      code?: string;
      /** @description The same as a sentence */
      reason?: string;
      /** @description What two people decided about it */
      decisions: components['schemas']['OwnDecisionView'][];
      /** @description Where, when and for what data of the case were opened: the same for everybody who co-signed it */
      disclosures: components['schemas']['DisclosureView'][];
    };
    OwnCoSignaturesChallengeAnswer: {
      /** @description Goes into the statement as it is. */
      challenge: string;
      /**
       * Format: date-time
       * @description Until when it can be used.
       */
      expiresAt: string;
      /** @description The exact text to sign, as UTF-8. */
      statement: string;
    };
    OwnCoSignaturesDto: {
      /** @description The challenge that the signed text names. */
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
      /** @description Receipts (JWS, compact) of co-signatures of closed cases, which the card alone doesn’t find any more; five at most. */
      receipts?: string[];
    };
    OwnDecisionView: {
      /** @enum {string} */
      outcome: 'upheld' | 'dismissed';
      reason: string;
      /** Format: date */
      on: string;
    };
    OwnObjectionDto: {
      /** @description What happened, in one paragraph of at most 500 characters */
      account: string;
      /** @description The challenge that the signed text names */
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
      /** @description The receipt of the co-signature: JWS, compact */
      receipt: string;
    };
    PaperDifferencePage: {
      differences: components['schemas']['PaperDifferenceView'][];
      /** @description There may be more: ask with `after` */
      next?: string;
    };
    PaperDifferenceView: {
      page: number;
      line: number;
      /**
       * @description What differs
       * @enum {string}
       */
      kind: 'number' | 'code' | 'number-and-code' | 'not-in-first' | 'not-in-second';
      /**
       * @description What holds, once it is settled
       * @enum {string}
       */
      settledAs?: 'first' | 'second' | 'other';
      /**
       * Format: uuid
       * @description The member who settled it
       */
      settledBy?: string;
      /** Format: date-time */
      settledAt?: string;
    };
    PaperEntryView: {
      /** @enum {string} */
      entry: 'first' | 'second';
      /**
       * Format: uuid
       * @description The member who entered it
       */
      enteredBy: string;
      /** Format: date-time */
      enteredAt: string;
      rows: number;
      /** @description SHA-256 over the sealed parts, hex */
      sha256: string;
    };
    PaperObjectionDto: {
      /** @description The page in the struck-out list */
      page: number;
      /** @description The line on that page */
      line: number;
      account: string;
    };
    PaperSettlementDto: {
      /**
       * @description As this entry has it, also where it doesn’t have the row; or by a third value, read on paper again
       * @enum {string}
       */
      settledAs: 'first' | 'second' | 'other';
      /** @description With `other` */
      nationalId?: string;
      /**
       * @description With `other`: `00`, or an office’s code
       * @example 00
       */
      code?: string;
    };
    PaperValueView: {
      /** @description As it was entered */
      nationalId: string;
      /**
       * @description `00`, or an office’s code
       * @example 00
       */
      code: string;
    };
    PaperView: {
      entries: components['schemas']['PaperEntryView'][];
      /** @description Rows on which the two entries disagree */
      differencesFound: number;
      /** @description Those that are not settled */
      differencesOpen: number;
    };
    PlannedPauseView: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** @description In Traditional Chinese */
      reasonZhTW: string;
      /** @description In English */
      reasonEn: string;
    };
    Problem: {
      /**
       * Format: uri
       * @example urn:lianshu:problem:request-invalid
       */
      type: string;
      /** @description Short name of the status, in the language asked for */
      title: string;
      /** @description HTTP status */
      status: number;
      /** @description What happened and what to do, for a person */
      detail: string;
      /**
       * @description Stable, for a program
       * @example request-invalid
       */
      code: string;
      /** @description With `request-invalid`: the fields that are not right */
      errors?: {
        /** @description Path of the field; of an unknown field, of the object it is in */
        field: string;
        /** @example unknown-field */
        reason: string;
        message: string;
      }[];
    };
    ProgressView: {
      /** @description Co-signatures recorded; some may be struck out by the check. */
      recordCount: number;
      byDay: components['schemas']['DayCountView'][];
      /**
       * Format: date
       * @description The Taipei day of this answer.
       */
      today: string;
      /** @description Taipei days on which co-signatures can still come, today included. */
      daysLeft: number;
      /**
       * Format: date
       * @description Last Taipei day of collecting, and of submitting.
       */
      lastDay: string;
      /** @description The closures of government offices that have moved the last day; usually none (ACT 6). */
      movedBy: components['schemas']['ClosureView'][];
      /** @description Valid co-signatures needed (ACT 12). */
      threshold: number;
      /** @description `recordCount` over `threshold`. */
      shareOfThreshold: number;
    };
    ProposalDto: {
      /** @enum {string} */
      outcome: 'upheld' | 'dismissed';
      /** @description For the person who asked: nothing personal, one paragraph */
      reason: string;
    };
    PublicCaseEntryView: {
      /**
       * @description The case number (案號).
       * @example 9001
       */
      number: string;
      /** @description Whether this is a rehearsal (演練), which has no legal effect. */
      rehearsal: boolean;
      /** @description The main text (主文). */
      mainText: string;
      /** @enum {string} */
      state:
        | 'registered'
        | 'code-issued'
        | 'collecting'
        | 'submitted'
        | 'not-accepted'
        | 'checking'
        | 'supplement-due'
        | 'established'
        | 'not-established'
        | 'lapsed'
        | 'stopped';
      /**
       * @description What the lead reads of each co-signature.
       * @enum {string}
       */
      mode: 'number-to-lead' | 'two-key';
      /**
       * Format: date
       * @description First Taipei day of the latest round that has opened.
       */
      firstDay: string;
      /**
       * Format: date
       * @description Its last Taipei day.
       */
      lastDay: string;
      /** @description Taipei days on which one can still co-sign, today included; only where one can co-sign today. */
      daysLeft?: number;
      /**
       * @description The lead proposer (領銜人): the common name in the subject of their signing certificate; empty where that has none.
       * @example 王小明
       */
      leadName: string;
    };
    PublicCaseList: {
      cases: components['schemas']['PublicCaseEntryView'][];
      /** @description There may be more: ask with `after`. */
      next?: string;
    };
    PublicCaseView: {
      /**
       * @description The case number (案號); that of a rehearsal (演練) begins with `R`.
       * @example 9001
       */
      number: string;
      /** @description Whether this is a rehearsal (演練), which has no legal effect. */
      rehearsal: boolean;
      /** @description The main text (主文). */
      mainText: string;
      /** @description SHA-256 of the case document, hex. */
      documentDigest: string;
      /** @description Valid co-signatures needed (ACT 12). */
      threshold: number;
      /**
       * @description What the lead reads of each co-signature: its national ID number, or nothing (`two-key`).
       * @enum {string}
       */
      mode: 'number-to-lead' | 'two-key';
      /** @enum {string} */
      state:
        | 'registered'
        | 'code-issued'
        | 'collecting'
        | 'submitted'
        | 'not-accepted'
        | 'checking'
        | 'supplement-due'
        | 'established'
        | 'not-established'
        | 'lapsed'
        | 'stopped';
      /** @description The reason (理由書). Its lines are ended by LF. */
      reason: string;
      /**
       * @description The lead proposer (領銜人): the common name in the subject of their signing certificate; empty where that has none.
       * @example 王小明
       */
      leadName: string;
      /**
       * @description The platform’s origin, as it stands in what co-signers and the lead sign.
       * @example https://connect.example.gov.tw
       */
      origin: string;
      rounds: components['schemas']['PublicRoundView'][];
      /** @description While two people have paused the intake of this case or of all: `collecting` and the last days stay as they are. */
      intakePaused?: components['schemas']['IntakePauseView'];
    };
    PublicKey: {
      /** @enum {string} */
      kty: 'EC';
      /** @enum {string} */
      crv: 'P-256';
      /** @description Coordinate of the point, base64url (RFC 7518 §6.2.1). */
      x: string;
      /** @description The other coordinate. */
      y: string;
      /** @enum {string} */
      alg: 'ES256';
      /** @enum {string} */
      use: 'sig';
      /** @description Thumbprint of the key (RFC 7638), as receipts name it. */
      kid: string;
    };
    PublicKeySet: {
      keys: components['schemas']['PublicKey'][];
    };
    PublicRoundView: {
      /**
       * @description 1 the main round, 2 the supplement (補提).
       * @enum {number}
       */
      round: 1 | 2;
      /**
       * Format: date
       * @description First Taipei day of collecting.
       */
      firstDay: string;
      /**
       * Format: date
       * @description Last Taipei day of collecting.
       */
      lastDay: string;
      /** @description Whether one can co-sign today. */
      collecting: boolean;
      /** @description Taipei days on which one can still co-sign, today included; 0 where none is left. */
      daysLeft: number;
      /**
       * Format: byte
       * @description The lead’s round key, the outer seal of all records: SubjectPublicKeyInfo, DER.
       */
      publicKey: string;
      /** @description SHA-256 of `publicKey`, as the key statement names it: lower-case hex. */
      publicKeyFingerprint: string;
      /**
       * Format: byte
       * @description The commission’s round key, the inner seal of all records: SubjectPublicKeyInfo, DER.
       */
      commissionRoundKey: string;
      /** @description SHA-256 of `commissionRoundKey`, as the key statement names it: lower-case hex. */
      commissionRoundKeyFingerprint: string;
      /**
       * Format: byte
       * @description The key statement (金鑰聲明書) signed by the lead’s card: CMS SignedData, DER.
       */
      keyStatement: string;
    };
    PurgePlanView: {
      /** Format: date */
      closedOn: string;
      /**
       * Format: date
       * @description The announcement, where there is one
       */
      announcedOn?: string;
      /**
       * Format: date
       * @description Kept through this day (REG 12)
       */
      dueOn: string;
      /** @description Whether a lawsuit is open: nothing is destroyed while it is */
      onHold: boolean;
      rosterRows: number;
      files: number;
    };
    ReceiptDto: {
      /** @description The receipt (收據): JWS, compact, ES256 */
      receipt: string;
    };
    ReceiptStatusView: {
      /** @description Case number (案號) */
      case: string;
      /** @enum {number} */
      round: 1 | 2;
      /** @enum {string} */
      status: 'recorded' | 'submitted' | 'counted' | 'not-counted';
      /** @description Once the result is public */
      inclusion?: components['schemas']['InclusionView'];
      /** @description Once the result is public: SHA-256 of `result.json` of each version, hex; the status follows the last */
      results?: string[];
    };
    RecordPageView: {
      /** @enum {number} */
      round: 1 | 2;
      /**
       * Format: byte
       * @description SubjectPublicKeyInfo, DER.
       */
      publicKey: string;
      /**
       * Format: byte
       * @description CMS EnvelopedData, DER: what opens the records, once opened by the card.
       */
      wrappedKey: string;
      /**
       * Format: byte
       * @description CMS SignedData, DER.
       */
      keyStatement: string;
      records: components['schemas']['SealedRecordView'][];
      /** @description There may be more: ask with `after`. */
      next?: string;
    };
    RegisterCaseDto: {
      /**
       * @description The case number (案號): 1 to 10 digits; for a rehearsal (演練) `R` and 1 to 9 digits.
       * @example 9001
       */
      number: string;
      /** @description The main text (主文), at most 100 characters. */
      mainText: string;
      /** @description The reason (理由書), at most 2,000 characters. */
      reason: string;
      /**
       * Format: byte
       * @description The lead’s signing certificate, DER, base64.
       */
      leadSigningCertificate: string;
      /**
       * Format: byte
       * @description The lead’s encryption certificate, DER, base64.
       */
      leadEncryptionCertificate: string;
      /**
       * @description Electors of the last presidential election.
       * @example 19548531
       */
      electorTotal: number;
      /**
       * Format: date
       * @description The Taipei day of the notice that the proposal was taken (通知日), today or earlier. From the day after it the lead has ten days to receive the access code (REG 4, ACT 10).
       * @example 2026-03-02
       */
      noticedOn: string;
      /**
       * @description What the lead will read of each co-signature: its national ID number, or nothing (`two-key`).
       * @default number-to-lead
       * @enum {string}
       */
      mode: 'number-to-lead' | 'two-key';
    };
    RejectedRowView: {
      /** @description The line of the file, from 1 */
      fileLine: number;
      page?: number;
      line?: number;
      /** @enum {string} */
      reason:
        | 'header-wrong'
        | 'row-malformed'
        | 'number-malformed'
        | 'number-check-digit-wrong'
        | 'number-not-citizen'
        | 'code-unknown'
        | 'row-repeated'
        | 'row-missing'
        | 'row-out-of-order';
      /** @description Why, and what to do */
      message: string;
    };
    RejectedRowsMembers: {
      /** @description In the order of the file, 1,000 at most */
      rows: components['schemas']['RejectedRowView'][];
    };
    RemedyChallengeAnswer: {
      /** @description Goes into the text as it is */
      challenge: string;
      /** Format: date-time */
      expiresAt: string;
    };
    RemedyChallengeDto: {
      /** @enum {string} */
      kind: 'objection' | 'misuse' | 'withdrawal';
    };
    RemedyRequestView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'objection' | 'misuse' | 'withdrawal';
      /** @enum {string} */
      by: 'co-signer' | 'lead';
      /** @enum {number} */
      round: 1 | 2;
      /** Format: date */
      filedOn: string;
      account: string;
      /** @description Of an objection to a paper row: its page */
      page?: number;
      /** @description The line on that page */
      line?: number;
      decision?: components['schemas']['DecisionView'];
    };
    RemedyRequestsView: {
      requests: components['schemas']['RemedyRequestView'][];
      /**
       * Format: uuid
       * @description There may be more: ask with `after`
       */
      next?: string;
    };
    RequestedCodeView: {
      /** @description The access code (認證碼). Hand it over: nobody can show it again. */
      accessCode: string;
      request: components['schemas']['ApprovalView'];
    };
    ResultDraftView: {
      /**
       * Format: byte
       * @description result.json: canonical JSON (RFC 8785), exactly as it would be signed and published
       */
      result: string;
    };
    ResultView: {
      /**
       * Format: byte
       * @description result.json: canonical JSON (RFC 8785), exactly as signed
       */
      result: string;
      /**
       * Format: byte
       * @description result.p7s: detached CMS SignedData by the commission, DER
       */
      signature: string;
      /** @description Files of the bundle, each at `result/{file}` */
      files: string[];
      /** @description The same with size and SHA-256 */
      bundle: components['schemas']['BundleFileView'][];
      /** @enum {number} */
      round: 1 | 2;
      /** @description 1, or more where the result was corrected */
      version: number;
      /** @description SHA-256 of `result.json` of each version, hex, the first one first; all stay published */
      versions: string[];
    };
    RosterView: {
      files: components['schemas']['SealedFileView'][];
    };
    RoundKeyDto: {
      /**
       * Format: byte
       * @description The round key’s SubjectPublicKeyInfo (P-256), DER, base64.
       */
      publicKey: string;
      /**
       * Format: byte
       * @description Its PKCS #8 in CMS EnvelopedData for the lead’s encryption certificate and further recipients, DER, base64.
       */
      wrappedKey: string;
      /**
       * Format: byte
       * @description The key statement (金鑰聲明書): CMS SignedData by the lead, DER, base64.
       */
      keyStatement: string;
    };
    RoundNotServed: {
      /** @description The case number (案號) */
      case: string;
      /** @description What is not as it was when the round opened */
      differs: ('origin' | 'certificate-policy' | 'holder-tag-key' | 'commission-round-key')[];
    };
    RoundOpeningDto: {
      /**
       * Format: byte
       * @description The content of the sealed probe, base64.
       */
      probe: string;
    };
    SealedFileView: {
      /**
       * @description As the manifest names its content
       * @example part-0001.csv
       */
      name: string;
      /**
       * Format: byte
       * @description CMS AuthEnvelopedData, DER, standard base64
       */
      content: string;
    };
    SealedProbeView: {
      /**
       * Format: byte
       * @description CMS AuthEnvelopedData to the round key, DER, base64.
       */
      sealedProbe: string;
    };
    SealedRecordView: {
      /** @description SHA-256 of the record, hex. */
      commitment: string;
      /**
       * Format: byte
       * @description CMS AuthEnvelopedData to the lead’s round key, DER, base64.
       */
      record: string;
    };
    SessionList: {
      /** @description The latest first */
      sessions: components['schemas']['SessionView'][];
    };
    SessionView: {
      /**
       * Format: uuid
       * @description To end it by. It is not the token, and opens nothing.
       */
      id: string;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @description Whether it is the session of this request */
      current: boolean;
    };
    SignInChallengeAnswer: {
      challenge: string;
      /**
       * Format: date-time
       * @description From then on it is refused
       */
      expiresAt: string;
      /** @description The exact text to sign, as UTF-8 */
      statement: string;
    };
    SignInChallengeRequest: {
      /** @enum {string} */
      purpose: 'staff' | 'lead';
    };
    StaffCaseList: {
      /** @description By number */
      cases: components['schemas']['StaffCaseView'][];
      /** @description There may be more: ask with `after` */
      next?: string;
    };
    StaffCaseView: {
      /**
       * @description The case number (案號); that of a rehearsal (演練) begins with `R`.
       * @example 9001
       */
      number: string;
      /** @description Whether this is a rehearsal (演練), which has no legal effect. */
      rehearsal: boolean;
      /** @description The main text (主文). */
      mainText: string;
      /** @description SHA-256 of the case document, hex. */
      documentDigest: string;
      /** @description Valid co-signatures needed (ACT 12). */
      threshold: number;
      /**
       * @description What the lead reads of each co-signature: its national ID number, or nothing (`two-key`).
       * @enum {string}
       */
      mode: 'number-to-lead' | 'two-key';
      /** @enum {string} */
      state:
        | 'registered'
        | 'code-issued'
        | 'collecting'
        | 'submitted'
        | 'not-accepted'
        | 'checking'
        | 'supplement-due'
        | 'established'
        | 'not-established'
        | 'lapsed'
        | 'stopped';
      /** @description The reason (理由書). */
      reason: string;
      /** Format: byte */
      leadSigningCertificate: string;
      /** Format: byte */
      leadEncryptionCertificate: string;
      electorTotal: number;
      /** Format: date */
      registeredOn: string;
      /**
       * Format: date
       * @description The notice that the proposal was taken.
       */
      noticedOn?: string;
      /**
       * Format: date
       * @description The last Taipei day on which the next access code can be issued; while it is awaited.
       */
      codeDueOn?: string;
      /**
       * Format: date
       * @description The notice of the struck-out list, from which the supplement’s thirty days run (REG 8).
       */
      supplementNoticedOn?: string;
      /**
       * Format: date
       * @description The announcement (公告日), once it was entered: the records are kept for two years from it (REG 12).
       */
      announcedOn?: string;
      rounds: components['schemas']['StaffRoundView'][];
    };
    StaffRoundView: {
      /**
       * @description 1 the main round, 2 the supplement (補提).
       * @enum {number}
       */
      round: 1 | 2;
      /** Format: date */
      codeIssuedOn: string;
      /**
       * Format: date
       * @description First Taipei day of collecting.
       */
      firstDay: string;
      /**
       * Format: date
       * @description Last Taipei day of collecting, and of submitting.
       */
      lastDay: string;
      /**
       * Format: date
       * @description The day the lead opened the round.
       */
      openedOn?: string;
      submission?: components['schemas']['SubmissionView'];
    };
    StaffSignInAnswer: {
      /** @description Bearer token (RFC 6750); nobody can show it again */
      token: string;
      /** Format: date-time */
      expiresAt: string;
      roles: ('registrar' | 'verifier' | 'approver' | 'auditor')[];
    };
    StaffSignInRequest: {
      challenge: string;
      signature: components['schemas']['CardSignatureDto'];
    };
    StatementAroundNationalIdView: {
      /** @description The statement (連署書) up to the national ID number. `beforeNationalId`, the number and `afterNationalId`, in UTF-8, are byte for byte what the card signs. Add nothing between them. */
      beforeNationalId: string;
      /** @description The rest of it. */
      afterNationalId: string;
    };
    StatusView: {
      /** @description Whether this server takes co-signatures now: what `GET /health` answers, and no switch is on for the whole platform */
      works: boolean;
      /**
       * Format: date-time
       * @description When this server first saw it so, without a change since. It is kept in the process: after a start, the time of the first look.
       */
      since: string;
      /**
       * Format: date-time
       * @description When this server last looked
       */
      checkedAt: string;
      /** @description What two people have switched off, the one that has been longest first */
      switches: components['schemas']['SwitchView'][];
      /** @description Pauses under way or to come, the next first */
      plannedPauses: components['schemas']['PlannedPauseView'][];
      /** @description The days of the last month and to come on which a natural disaster closes government offices, which moves last days (ACT 6); all of them are at `GET /closures`. Not there while the database can’t be asked. */
      closures?: components['schemas']['ClosureView'][];
    };
    StepView: {
      /**
       * Format: uuid
       * @description The approved request
       */
      request: string;
      /** @enum {string} */
      action: 'send-roster' | 'import-answer' | 'confirm-result' | 'correct-result';
      /**
       * @description Where the process that is at it dies, another goes on within some seconds
       * @enum {string}
       */
      state: 'waiting' | 'working' | 'done' | 'failed';
      /** @description Rows of the roster, of the answer or of the result */
      rows: number;
      /** @description Rows that are done */
      done: number;
      /** @description While it is working */
      rowsPerMinute?: number;
      /** @description At that rate; left out while nothing moves */
      secondsLeft?: number;
      /** @description Why it failed; the request has the same code */
      failure?: string;
    };
    StruckOutView: {
      /**
       * Format: byte
       * @description CMS EnvelopedData for the lead’s encryption certificate; inside, SignedData by the commission over CSV `national_id,code,reason,kind,page,line`
       */
      envelope: string;
      /**
       * @description The case number (案號).
       * @example 9001
       */
      case: string;
      /** @description The lead proposer (領銜人), to whom it was handed. */
      leadName: string;
      /**
       * Format: date-time
       * @description When it was handed over, as the audit log has it. Whoever saves the opened list marks it with these three.
       */
      fetchedAt: string;
    };
    SubmissionDraftView: {
      /** @description The platform’s origin. */
      origin: string;
      /** @description Number of records. */
      recordCount: number;
      /** @description RFC 9162 root over the sorted commitments, hex. */
      merkleRoot: string;
      /** @description Seconds for which nobody can co-sign, so that the root stays true. */
      holdSeconds: number;
      /**
       * Format: byte
       * @description The certificate to wrap the round key for, DER, base64.
       */
      commissionCertificate: string;
    };
    SubmissionDto: {
      /**
       * Format: byte
       * @description The submission statement (提出聲明書): CMS SignedData by the lead, DER, base64.
       */
      statement: string;
      /**
       * Format: byte
       * @description The round key wrapped for the commission, DER, base64.
       */
      wrappedKey: string;
    };
    SubmissionView: {
      /** Format: date-time */
      submittedAt: string;
      /** @description Number of records. */
      recordCount: number;
      /** @description RFC 9162 root over the sorted commitments, hex. */
      merkleRoot: string;
    };
    SubmittedView: {
      /** @description Number of records. */
      recordCount: number;
      /** @description RFC 9162 root over the sorted commitments, hex. */
      merkleRoot: string;
    };
    SupplementNoticeDto: {
      /**
       * Format: date
       * @description From the confirmed result to today.
       * @example 2026-03-02
       */
      noticedOn: string;
    };
    SwitchDto: {
      /** @description True to pause, false to go on. */
      on: boolean;
      /**
       * @description Why, in Traditional Chinese. Shown to everybody on the status page and on the page of the case; one line of 1 to 200 characters. Left out where `on` is false.
       * @example 讀卡元件更新中
       */
      reasonZhTW?: string;
      /**
       * @description Why, in English. Shown to everybody on the status page and on the page of the case; one line of 1 to 200 characters. Left out where `on` is false.
       * @example The card program is being updated
       */
      reasonEn?: string;
      /**
       * @description `intake-paused`: no co-signature of any case is taken; `read-only`: nothing is taken of anybody but sign-in of staff and what ends this.
       * @enum {string}
       */
      name: 'intake-paused' | 'read-only';
    };
    SwitchView: {
      /**
       * @description `intake-paused`: no co-signature is taken; `read-only`: everything but public reads is paused
       * @enum {string}
       */
      name: 'intake-paused' | 'read-only';
      /** @description The case number (案號), where it is on for one case alone */
      case?: string;
      /** Format: date-time */
      since: string;
      /** @description In Traditional Chinese */
      reasonZhTW: string;
      /** @description In English */
      reasonEn: string;
    };
    TallyView: {
      submitted: number;
      valid: number;
      /**
       * @example {
       *       "D01": 2,
       *       "R05": 1
       *     }
       */
      struckOut: {
        [key: string]: number;
      };
    };
  };
  responses: {
    /** @description The request was refused before it was known which endpoint is meant. */
    UnroutedProblem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code:
            | 'request-malformed'
            | 'not-found'
            | 'method-not-allowed'
            | 'request-timeout'
            | 'address-too-long'
            | 'headers-too-large';
        };
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'Checkpoints.page': {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        before?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckpointPage'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Cases.list': {
    parameters: {
      query?: {
        /** @description True for the rehearsals (演練) instead of the real cases. */
        rehearsals?: boolean;
        /** @description `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicCaseList'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Cases.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicCaseView'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'CoSignature.challenge': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoSigningChallengeAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `not-collecting`: This case is not collecting co-signatures at the moment.
       *     - `collecting-not-begun`: This case collects co-signatures from …-…-…. Please come back on that day or later.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-collecting' | 'collecting-not-begun';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `intake-paused`: The intake is paused, so your co-signature was not taken. What was taken before is safe. The status page says why and since when. Once the intake goes on, send it again before the last day.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-not-served-here'
              | 'intake-paused'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'CoSignature.coSign': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CoSignatureDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoSignatureAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `national-id-malformed`: This is not the form of a national ID number. Enter one capital letter and nine digits, ten characters in all.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'national-id-malformed'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `signing-method-not-admitted`: Co-signatures signed in this way are not accepted at present. Please sign with your natural-person certificate card. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'signing-method-not-admitted';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `not-collecting`: This case is not collecting co-signatures at the moment.
       *     - `collecting-not-begun`: This case collects co-signatures from …-…-…. Please come back on that day or later.
       *     - `already-co-signed`: You co-signed this case on …-…-…. You need not do anything more. The receipt of that co-signature is enclosed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'not-collecting' | 'collecting-not-begun';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['CoSignatureAnswer'] & {
                  /** @enum {string} */
                  code: 'already-co-signed';
                });
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `national-id-check-digit-wrong`: The check digit of the national ID number is wrong. A digit may be mistyped. Compare it with your ID card and enter it again.
       *     - `national-id-not-citizen`: This is a UI number, for residents who are not citizens. Under the Referendum Act only citizens may co-sign, so it cannot be accepted.
       *     - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `national-id-not-the-certificates`: The last four digits of the number are not those of the certificate. Please check that it is the card holder's own number.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'national-id-check-digit-wrong'
              | 'national-id-not-citizen'
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'national-id-not-the-certificates';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `submission-in-progress`: The lead proposer is submitting this case, so no co-signature can be taken now. Yours has not been taken yet. Please try again in … seconds.
       *     - `intake-paused`: The intake is paused, so your co-signature was not taken. What was taken before is safe. The status page says why and since when. Once the intake goes on, send it again before the last day.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-not-served-here'
              | 'revocation-unavailable'
              | 'submission-in-progress'
              | 'intake-paused'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Cases.document': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Remedies.reportMisuse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HolderReportDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.
       *     - `receipt-required`: The case is closed, so only the receipt leads to the co-signature. Send it again with the receipt; without one, ask the Central Election Commission.
       *     - `receipt-invalid`: This platform did not issue this receipt, or it was changed. Make sure that its text is complete.
       *     - `receipt-for-another-case`: This receipt is of another case. Choose the receipt of this one.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'account-malformed'
              | 'receipt-required'
              | 'receipt-invalid'
              | 'receipt-for-another-case';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'MobileCoSignature.coSign': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MobileCoSignatureDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoSignatureAnswer'];
        };
      };
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MobileWaitingAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `national-id-malformed`: This is not the form of a national ID number. Enter one capital letter and nine digits, ten characters in all.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       *     - `mobile-ticket-malformed`: This signing request is not valid, or was not made with this national ID number. Go back to the signing page and start again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'national-id-malformed'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous'
              | 'mobile-ticket-malformed';
          };
        };
      };
      /** @description - `signing-method-not-admitted`: Co-signatures signed in this way are not accepted at present. Please sign with your natural-person certificate card. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'signing-method-not-admitted';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `not-collecting`: This case is not collecting co-signatures at the moment.
       *     - `collecting-not-begun`: This case collects co-signatures from …-…-…. Please come back on that day or later.
       *     - `mobile-signature-missing`: The time is over and nothing was signed on the phone, so no co-signature was taken. Check that you have a mobile certificate and allow its notifications, then start again, or sign with your card.
       *     - `already-co-signed`: You co-signed this case on …-…-…. You need not do anything more. The receipt of that co-signature is enclosed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'not-collecting' | 'collecting-not-begun' | 'mobile-signature-missing';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['CoSignatureAnswer'] & {
                  /** @enum {string} */
                  code: 'already-co-signed';
                });
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `national-id-check-digit-wrong`: The check digit of the national ID number is wrong. A digit may be mistyped. Compare it with your ID card and enter it again.
       *     - `national-id-not-citizen`: This is a UI number, for residents who are not citizens. Under the Referendum Act only citizens may co-sign, so it cannot be accepted.
       *     - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `national-id-not-the-certificates`: The last four digits of the number are not those of the certificate. Please check that it is the card holder's own number.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'national-id-check-digit-wrong'
              | 'national-id-not-citizen'
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'national-id-not-the-certificates';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `submission-in-progress`: The lead proposer is submitting this case, so no co-signature can be taken now. Yours has not been taken yet. Please try again in … seconds.
       *     - `mobile-service-unavailable`: The service of the mobile certificate is not answering, and your co-signature has not been taken. Please try again later, or sign with your card.
       *     - `intake-paused`: The intake is paused, so your co-signature was not taken. What was taken before is safe. The status page says why and since when. Once the intake goes on, send it again before the last day.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-not-served-here'
              | 'revocation-unavailable'
              | 'submission-in-progress'
              | 'mobile-service-unavailable'
              | 'intake-paused'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'MobileCoSignature.push': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MobilePushDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MobilePushAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `national-id-malformed`: This is not the form of a national ID number. Enter one capital letter and nine digits, ten characters in all.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'national-id-malformed'
              | 'challenge-malformed';
          };
        };
      };
      /** @description - `signing-method-not-admitted`: Co-signatures signed in this way are not accepted at present. Please sign with your natural-person certificate card. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'signing-method-not-admitted';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `not-collecting`: This case is not collecting co-signatures at the moment.
       *     - `collecting-not-begun`: This case collects co-signatures from …-…-…. Please come back on that day or later.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-collecting' | 'collecting-not-begun';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `national-id-check-digit-wrong`: The check digit of the national ID number is wrong. A digit may be mistyped. Compare it with your ID card and enter it again.
       *     - `national-id-not-citizen`: This is a UI number, for residents who are not citizens. Under the Referendum Act only citizens may co-sign, so it cannot be accepted.
       *     - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `statement-too-long-for-mobile`: The statement of this case is longer than the mobile certificate can sign. Please sign with your natural-person certificate card.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'national-id-check-digit-wrong'
              | 'national-id-not-citizen'
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'statement-too-long-for-mobile';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `mobile-service-unavailable`: The service of the mobile certificate is not answering, and your co-signature has not been taken. Please try again later, or sign with your card.
       *     - `intake-paused`: The intake is paused, so your co-signature was not taken. What was taken before is safe. The status page says why and since when. Once the intake goes on, send it again before the last day.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-not-served-here'
              | 'mobile-service-unavailable'
              | 'intake-paused'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Remedies.object': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnObjectionDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `nothing-to-object-to`: There is nothing to object to now: no result is published, a later round has one, or this co-signature counts.
       *     - `objection-period-over`: Objections were taken until …. Other remedies may be open to you by law: ask the Central Election Commission.
       *     - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'nothing-to-object-to' | 'objection-period-over' | 'check-not-ready';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.
       *     - `round-key-not-opened`: The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.
       *     - `receipt-invalid`: This platform did not issue this receipt, or it was changed. Make sure that its text is complete.
       *     - `receipt-for-another-case`: This receipt is of another case. Choose the receipt of this one.
       *     - `receipt-not-of-this-card`: The co-signature of this receipt was not made by the holder of this card, so nothing of it can be shown or objected to. Check receipt and card.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'account-malformed'
              | 'round-key-not-opened'
              | 'receipt-invalid'
              | 'receipt-for-another-case'
              | 'receipt-not-of-this-card';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `commission-round-key-missing`: The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'revocation-unavailable'
              | 'commission-round-key-missing'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Remedies.challenge': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemedyChallengeDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemedyChallengeAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `withdrawal-not-lawful`: Under the law as it is, a co-signature can’t be taken back. Nothing was taken, and nothing recorded. If somebody else used your card, report the misuse instead. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'withdrawal-not-lawful';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Result.result': {
    parameters: {
      query?: {
        /** @description The round: 1, or 2 for the supplement (補提). The round checked last where not given. */
        round?: '1' | '2';
      };
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResultView'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid' | 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Result.fileOfVersion': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        round: string;
        version: string;
        file: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Result.file': {
    parameters: {
      query?: {
        /** @description The round: 1, or 2 for the supplement (補提). The round checked last where not given. */
        round?: '1' | '2';
      };
      header?: never;
      path: {
        file: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid' | 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Remedies.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HolderReportDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `withdrawal-not-lawful`: Under the law as it is, a co-signature can’t be taken back. Nothing was taken, and nothing recorded. If somebody else used your card, report the misuse instead. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'withdrawal-not-lawful';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.
       *     - `receipt-required`: The case is closed, so only the receipt leads to the co-signature. Send it again with the receipt; without one, ask the Central Election Commission.
       *     - `receipt-invalid`: This platform did not issue this receipt, or it was changed. Make sure that its text is complete.
       *     - `receipt-for-another-case`: This receipt is of another case. Choose the receipt of this one.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'account-malformed'
              | 'receipt-required'
              | 'receipt-invalid'
              | 'receipt-for-another-case';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Closures.all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosureList'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OwnCoSignatures.challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnCoSignaturesChallengeAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OwnCoSignatures.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnCoSignaturesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnCoSignatureAnswer'][];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `challenge-malformed`: The challenge is not valid. Go back to the signing page, get a new one and sign again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'challenge-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /** @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `challenge-stale`: The challenge is more than ten minutes old. Get a new one and sign again.
       *     - `challenge-for-another-purpose`: The challenge was issued for another case or purpose. Get a new one on this page and sign again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `round-key-not-opened`: The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.
       *     - `receipt-invalid`: This platform did not issue this receipt, or it was changed. Make sure that its text is complete.
       *     - `receipt-not-of-this-card`: The co-signature of this receipt was not made by the holder of this card, so nothing of it can be shown or objected to. Check receipt and card.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'challenge-stale'
              | 'challenge-for-another-purpose'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-statement-wrong'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown'
              | 'round-key-not-opened'
              | 'receipt-invalid'
              | 'receipt-not-of-this-card';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `commission-round-key-missing`: The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'revocation-unavailable'
              | 'round-not-served-here'
              | 'commission-round-key-missing'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Emergencies.all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyList'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Health.health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthAnswer'];
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthAnswer'];
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Keys.published': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicKeySet'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.case': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadCaseView'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadObjections.object': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadObjectionDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `nothing-to-object-to`: There is nothing to object to now: no result is published, a later round has one, or this co-signature counts.
       *     - `objection-period-over`: Objections were taken until …. Other remedies may be open to you by law: ask the Central Election Commission.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'nothing-to-object-to' | 'objection-period-over';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'account-malformed';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadObjections.objectToPaperRow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PaperObjectionDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `nothing-to-object-to`: There is nothing to object to now: no result is published, a later round has one, or this co-signature counts.
       *     - `objection-period-over`: Objections were taken until …. Other remedies may be open to you by law: ask the Central Election Commission.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'nothing-to-object-to' | 'objection-period-over';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'account-malformed';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressView'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.handInKey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoundKeyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SealedProbeView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `wrapped-key-malformed`: The wrapped key is not a CMS EnvelopedData. Make the key again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-content-missing`: The signed document is not inside. Sign again with the content attached.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'wrapped-key-malformed'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-content-missing'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `round-key-unsuitable`: The round key is not a P-256 public key that can be used. Update your program and make the key again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `statement-signer-not-lead`: This was not signed with the certificate registered for the lead. Insert that card and sign again.
       *     - `key-statement-differs`: The signed key statement is not that of this round and key. Make it again and sign it.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-key-unsuitable'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'statement-signer-not-lead'
              | 'key-statement-differs'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoundOpeningDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadCaseView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again.
       *     - `round-key-missing`: The key of this round has not been handed in. Send the key and the key statement first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed' | 'round-key-missing';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `probe-wrong`: It was not proved that the wrapped key opens, so the round has not begun. Open the key with your card and try again. If you sent the key more than once, use the latest one.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'probe-wrong'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `round-not-served-here`: The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.
       *     - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-not-served-here'
              | 'revocation-unavailable'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.records': {
    parameters: {
      query?: {
        /** @description `next` of the page before. */
        after?: string;
        limit?: number;
        /** @description The round; the one in hand where not given. */
        round?: '1' | '2';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordPageView'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadSessions.signOut': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadSessions.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionList'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadSessions.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `session-unknown`: You have no such session, or it has ended. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'session-unknown';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StruckOut.find': {
    parameters: {
      query?: {
        /** @description The round: 1, or 2 for the supplement (補提). The round checked last where not given. */
        round?: '1' | '2';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StruckOutView'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmissionDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmittedView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-content-missing`: The signed document is not inside. Sign again with the content attached.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-content-missing'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again.
       *     - `submission-outdated`: The signed submission statement does not agree with the records as they are now. Nothing was submitted. Prepare the statement again and sign it.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed' | 'submission-outdated';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `statement-signer-not-lead`: This was not signed with the certificate registered for the lead. Insert that card and sign again.
       *     - `wrapped-key-not-for-commission`: The commission cannot open the key you wrapped. Nothing was submitted. Wrap it again for the commission’s certificate given here.
       *     - `wrapped-key-not-round-key`: The key you wrapped is not the published key of this round. Nothing was submitted. Prepare it again with the registered card.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'statement-signer-not-lead'
              | 'wrapped-key-not-for-commission'
              | 'wrapped-key-not-round-key'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Lead.draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionDraftView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OpenData.dictionary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenDataDictionary'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OpenData.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OpenData.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version?: number;
            results?: Record<string, never>[];
          };
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Receipts.ofBearer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiptDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BearerStatusView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `receipt-invalid`: This platform did not issue this receipt, or it was changed. Make sure that its text is complete. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'receipt-invalid';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Receipts.status': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        commitment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptStatusView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'SignIn.challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInChallengeRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInChallengeAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'SignIn.lead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadSignInRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadSignInAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-refused`: You could not be signed in. Use the certificate that is registered (and, as lead proposer, the right access code), fetch a new challenge and try again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-refused';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `sign-in-unavailable`: It cannot be checked at the moment whether the certificate has been revoked, so you cannot sign in. This is not a fault of your certificate. Try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'SignIn.staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StaffSignInRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSignInAnswer'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-refused`: You could not be signed in. Use the certificate that is registered (and, as lead proposer, the right access code), fetch a new challenge and try again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-refused';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `sign-in-unavailable`: It cannot be checked at the moment whether the certificate has been revoked, so you cannot sign in. This is not a fault of your certificate. Try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-unavailable' | 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Alerts.current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertList'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Audit.page': {
    parameters: {
      query?: {
        /** @description `seq` of the last event seen; from one end of the log where not given */
        after?: number;
        /** @description What comes first */
        first?: 'oldest' | 'latest';
        /** @description Only events of this action */
        action?: string;
        /** @description Only events by this actor: `system`, `lead`, or `staff:` and a member’s identifier */
        actor?: string;
        /** @description Only events on this case (案號) */
        case?: string;
        /** @description Only events at this time or later */
        from?: string;
        /** @description Only events before this time */
        until?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Audit.export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.all': {
    parameters: {
      query?: {
        /** @description True for the rehearsals (演練) instead of the real cases. */
        rehearsals?: boolean;
        /** @description True: only those of which a round is submitted or being checked (查對). */
        inCheck?: boolean;
        /** @description `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCaseList'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterCaseDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCaseView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `case-number-malformed`: A case number has 1 to 10 digits and does not begin with 0; that of a rehearsal is R and 1 to 9 such digits. Correct it and try again.
       *     - `lead-certificate-malformed`: The lead’s … certificate cannot be read. Export it again and register once more.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'case-number-malformed'
              | 'lead-certificate-malformed'
              | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `rehearsals-not-accepted`: This platform takes no rehearsals (case numbers that begin with R). Use the number of a referendum case, or ask the operator to switch rehearsals on.
       *     - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'rehearsals-not-accepted' | 'role-required';
          };
        };
      };
      /** @description - `case-exists`: A case with this number has been registered already. Check the number. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'case-exists';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `case-main-text-length`: The main text must not be empty nor longer than … characters. Correct it and register again.
       *     - `case-main-text-character`: The main text contains a line break or a control character. Make it one line of plain text and register again.
       *     - `case-reason-length`: The reason must not be empty nor longer than … characters. Correct it and register again.
       *     - `case-reason-character`: The reason contains a control character. Make it plain text and register again. Line breaks between paragraphs are allowed.
       *     - `elector-total-out-of-range`: The elector total must be a whole number from 1 to 999,999,999. Correct it and try again.
       *     - `lead-certificates-differ`: The lead’s signing and encryption certificates must be two certificates of one holder. Check both and register again.
       *     - `lead-certificate-not-for-signing`: The lead’s signing certificate does not allow signing. Check that the two certificates were not swapped, and register again.
       *     - `lead-certificate-not-for-encryption`: The lead’s encryption certificate does not allow encryption. Check that the two certificates were not swapped, and register again.
       *     - `notice-out-of-range`: The notice must not be of a day to come, and its ten days for the access code must not be over (Referendum Act, article 10). Check the date on the official letter and register again.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'case-main-text-length'
              | 'case-main-text-character'
              | 'case-reason-length'
              | 'case-reason-character'
              | 'elector-total-out-of-range'
              | 'lead-certificates-differ'
              | 'lead-certificate-not-for-signing'
              | 'lead-certificate-not-for-encryption'
              | 'notice-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCaseView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.announcement': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnnouncementDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `announcement-not-due`: The case has not ended, so it has no announcement yet. Look up the state of the case.
       *     - `announced-already`: The announcement of this case (…) has been entered and can no longer be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'announcement-not-due' | 'announced-already';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `day-out-of-range`: The day must lie between … and …. Correct it and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'day-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.discardAnswer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `roster-not-sent`: The roster of this case has not been sent to the Ministry yet. Have that step approved first.
       *     - `answer-already-imported`: The Ministry’s answer has been imported already and cannot be imported again.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'roster-not-sent' | 'answer-already-imported' | 'step-under-way';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.keepAnswerFile': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        file: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cms': string;
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `roster-not-sent`: The roster of this case has not been sent to the Ministry yet. Have that step approved first.
       *     - `answer-already-imported`: The Ministry’s answer has been imported already and cannot be imported again.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'roster-not-sent' | 'answer-already-imported' | 'step-under-way';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-cms`: Send the encrypted file as it is (Content-Type: application/cms), not as JSON or base64. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-cms';
          };
        };
      };
      /** @description - `answer-file-unknown`: The roster has no file …. The whole answer is refused, and nothing has changed. Upload it again without that file. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'answer-file-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.check': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Batch.beginAnew': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Batch.pause': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Batch.resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.issueCode': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueCodeDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedCodeView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again.
       *     - `period-over`: The period for this step ended on …, so it is no longer possible. Look up the state of the case.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed' | 'period-over';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `day-out-of-range`: The day must lie between … and …. Correct it and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'day-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.replaceCode': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestedCodeView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.finalRuling': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FinalRulingDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `hold-missing`: No lawsuit of this case is open, so no final ruling can be entered. Check the case number. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'hold-missing';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `day-out-of-range`: The day must lie between … and …. Correct it and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'day-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.hold': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `hold-exists`: A lawsuit of this case is entered and its final ruling is not. The records are kept meanwhile. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'hold-exists';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `hold-reference-unfit`: The court and its file number must be one line of 1 to 200 characters. Correct it and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'hold-reference-unfit';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Switches.ofCase': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseSwitchDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `switch-set-already`: It is so already, so there is nothing to ask for. Look at the status page. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'switch-set-already';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `switch-reason-unfit`: The reasons in Chinese and in English must each be one line of 1 to 200 characters. They are public on the status page. Correct them and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'switch-reason-unfit';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'LeadCertificates.replace': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadCertificatesDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `lead-certificate-malformed`: The lead’s … certificate cannot be read. Export it again and register once more.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'lead-certificate-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `approval-of-own-role`: This request would give a role to yourself, or make you the lead of a case, so you can neither ask for it nor approve it. Somebody else must.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'approval-of-own-role' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `lead-certificates-differ`: The lead’s signing and encryption certificates must be two certificates of one holder. Check both and register again.
       *     - `lead-certificate-not-for-signing`: The lead’s signing certificate does not allow signing. Check that the two certificates were not swapped, and register again.
       *     - `lead-certificate-not-for-encryption`: The lead’s encryption certificate does not allow encryption. Check that the two certificates were not swapped, and register again.
       *     - `lead-certificate-unchanged`: This signing certificate is the one that is registered, so there is nothing to replace. Check whether it is the right file.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'lead-certificates-differ'
              | 'lead-certificate-not-for-signing'
              | 'lead-certificate-not-for-encryption'
              | 'lead-certificate-unchanged'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'OfflineSubmission.request': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfflineSubmissionDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-content-missing`: The signed document is not inside. Sign again with the content attached.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-content-missing'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `handed-over-out-of-range`: It must have been handed over from … to …, and not later than now. Check the time on the receipt and try again.
       *     - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `statement-signer-not-lead`: This was not signed with the certificate registered for the lead. Insert that card and sign again.
       *     - `wrapped-key-not-for-commission`: The commission cannot open the key you wrapped. Nothing was submitted. Wrap it again for the commission’s certificate given here.
       *     - `wrapped-key-not-round-key`: The key you wrapped is not the published key of this round. Nothing was submitted. Prepare it again with the registered card.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'handed-over-out-of-range'
              | 'evidence-weak-digest'
              | 'evidence-weak-key'
              | 'evidence-algorithm-unsupported'
              | 'evidence-content-type-wrong'
              | 'evidence-message-digest-wrong'
              | 'evidence-signing-certificate-wrong'
              | 'evidence-signature-wrong'
              | 'statement-signer-not-lead'
              | 'wrapped-key-not-for-commission'
              | 'wrapped-key-not-round-key';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.overview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'paper-closed';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.differences': {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperDifferencePage'];
        };
      };
      /**
       * @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid' | 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'paper-closed';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.openDifference': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        page: string;
        line: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedDifferenceView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `paper-difference-unknown`: The two entries agree on this row, or there is no such row. Read the list of differences again.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'paper-difference-unknown';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'paper-closed';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `paper-not-opened`: The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'paper-not-opened' | 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.settleDifference': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        page: string;
        line: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PaperSettlementDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperDifferenceView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /**
       * @description - `not-found`: Nothing was found. Check the address or the number.
       *     - `paper-difference-unknown`: The two entries agree on this row, or there is no such row. Read the list of differences again.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found' | 'paper-difference-unknown';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'paper-closed' | 'step-under-way';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `paper-value-refused`: The number or the code of the third value is wrong, so nothing was stored. Look at the paper again. If the paper itself is unclear or wrong, use the code P01. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'paper-value-refused';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.keepEntry': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        entry: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperEntryView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       *     - `paper-entry-same-person`: The two entries must come from two people, each with a card of their own. You uploaded the other entry. Ask a colleague to upload this one.
       *     - `paper-entries-unlike`: The two entries differ in more than … places, the first on page …, line …, so this one was not stored. Check that both are of the same roster, and that no page was left out.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'check-not-ready'
              | 'paper-closed'
              | 'step-under-way'
              | 'paper-entry-same-person'
              | 'paper-entries-unlike';
          };
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `paper-entry-too-long`: The file has more than … rows, so it was not stored. Check that it is the right file.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'paper-entry-too-long';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-csv`: Send the CSV file as it is (Content-Type: text/csv), not as JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-csv';
          };
        };
      };
      /**
       * @description - `paper-rows-rejected`: … rows are rejected, so nothing was stored. Correct them by line and reason, and upload the whole file again.
       *     - `paper-entry-empty`: The file has no row. If nothing was handed in on paper, upload nothing, and say so when you ask for the check to start.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'paper-entry-empty';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['RejectedRowsMembers'] & {
                  /** @enum {string} */
                  code: 'paper-rows-rejected';
                });
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `paper-not-opened`: The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'paper-not-opened' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Paper.removeEntry': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        entry: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-closed`: The check has begun. The paper rows are closed and can no longer be changed.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'paper-closed' | 'step-under-way';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.purge': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PurgePlanView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `purge-done-already`: The records of this case have been destroyed already.
       *     - `announcement-missing`: The announcement of this case has not been entered, so it is not known how long its records are kept. Enter the announcement first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'purge-done-already' | 'announcement-missing';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffRemedies.list': {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        after?: string;
        /** @description True: only those on which nobody has decided */
        open?: boolean;
        limit?: number;
      };
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemedyRequestsView'];
        };
      };
      /**
       * @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid' | 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffRemedies.propose': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /**
       * @description - `remedy-unknown`: There is no such request. Go back to the list of requests and choose again.
       *     - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'remedy-unknown' | 'not-found' | 'record-destroyed';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `remedy-decided`: Two people have decided this request. Load the list again.
       *     - `remedy-not-now`: The check is at a step at which no verdict may change. Decide when that step is done, or when the result is published.
       *     - `remedy-without-record`: This request names no record, or one that another card signed, so it can’t be upheld.
       *     - `remedy-not-for-people`: This co-signature counts, the person counts by another one, its number can’t be read, or its reason is computed (signature, certificate, repeated), which people can’t change. Only what a register or an office found can be corrected.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'check-not-ready'
              | 'remedy-decided'
              | 'remedy-not-now'
              | 'remedy-without-record'
              | 'remedy-not-for-people';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `round-key-not-opened`: The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.
       *     - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'round-key-not-opened' | 'account-malformed';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `commission-round-key-missing`: The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.
       *     - `paper-not-opened`: The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'commission-round-key-missing'
              | 'paper-not-opened'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Reports.report': {
    parameters: {
      query?: never;
      header?: {
        'Accept-Language'?: string;
      };
      path: {
        report: string;
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/vnd.oasis.opendocument.spreadsheet': string;
          'text/csv; charset=utf-8': string;
          'application/json; charset=utf-8': string;
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `result-not-ready`: There is no result to confirm yet. Import the Ministry’s answer first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'result-not-ready';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.request': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CheckRequestDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-entry-missing`: The paper rows were entered only once. Have another person enter them a second time.
       *     - `paper-differences-open`: … differences between the two entries are not settled. Settle each against the paper, then ask again.
       *     - `roster-not-sent`: The roster of this case has not been sent to the Ministry yet. Have that step approved first.
       *     - `answer-already-imported`: The Ministry’s answer has been imported already and cannot be imported again.
       *     - `answer-not-handed-in`: No file of the Ministry’s answer has been uploaded. Upload the files one by one, then ask again.
       *     - `result-not-ready`: There is no result to confirm yet. Import the Ministry’s answer first.
       *     - `purge-done-already`: The records of this case have been destroyed already.
       *     - `announcement-missing`: The announcement of this case has not been entered, so it is not known how long its records are kept. Enter the announcement first.
       *     - `purge-too-early`: The records must be kept until … and cannot be destroyed before that day.
       *     - `purge-on-hold`: A lawsuit over this case is open, so its records cannot be destroyed. Enter the final ruling once there is one.
       *     - `nothing-to-correct`: No decided change is waiting. Two people first decide an objection or a report of misuse.
       *     - `correction-takes-back`: With these numbers the case would no longer be established, and the platform never takes that back. This is for a court.
       *     - `paper-not-entered`: No paper rows have been entered. Enter them twice first. If nothing was handed in on paper, say so with your request.
       *     - `paper-handed-in`: The request says that nothing was handed in on paper, but rows have been entered. Find out which is right, then ask again. Remove the entries first if they are wrong.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'check-not-ready'
              | 'paper-entry-missing'
              | 'paper-differences-open'
              | 'roster-not-sent'
              | 'answer-already-imported'
              | 'answer-not-handed-in'
              | 'result-not-ready'
              | 'purge-done-already'
              | 'announcement-missing'
              | 'purge-too-early'
              | 'purge-on-hold'
              | 'nothing-to-correct'
              | 'correction-takes-back'
              | 'paper-not-entered'
              | 'paper-handed-in'
              | 'step-under-way';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `round-key-not-opened`: The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.
       *     - `answer-not-opened`: The file … of the answer does not open with the commission’s key. The whole answer is refused, and nothing has changed. Ask the Ministry for it again.
       *     - `answer-unsigned`: The file … of the answer has no valid signature. The whole answer is refused, and nothing has changed. Ask the Ministry for it again.
       *     - `answer-signed-by-another`: The file … is not signed by the Ministry’s certificate. The whole answer is refused, and nothing has changed. Find out where the file comes from.
       *     - `answer-for-another-batch`: The file … belongs to another batch. The whole answer is refused, and nothing has changed. Check the case and the round, and upload the right files.
       *     - `answer-file-unknown`: The roster has no file …. The whole answer is refused, and nothing has changed. Upload it again without that file.
       *     - `answer-file-missing`: The file … is missing. The whole answer is refused, and nothing has changed. Upload all files together.
       *     - `answer-file-repeated`: The file … is there twice. The whole answer is refused, and nothing has changed. Upload each file once.
       *     - `answer-malformed`: Line … of … is not of the form seq,result. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-manifest-malformed`: The manifest … does not have the documented form. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-cut-short`: The file … is cut short at line …. The whole answer is refused, and nothing has changed. Transfer the complete file.
       *     - `answer-digest-wrong`: The SHA-256 of … is not the one in the manifest. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-row-repeated`: Line … of …: number … is answered twice. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-row-missing`: At line … of …, number … is still not answered. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-row-unknown`: Line … of …: number … is not in this part of the roster. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       *     - `answer-code-unknown`: Line … of … has an unknown result. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'round-key-not-opened'
              | 'answer-not-opened'
              | 'answer-unsigned'
              | 'answer-signed-by-another'
              | 'answer-for-another-batch'
              | 'answer-file-unknown'
              | 'answer-file-missing'
              | 'answer-file-repeated'
              | 'answer-malformed'
              | 'answer-manifest-malformed'
              | 'answer-cut-short'
              | 'answer-digest-wrong'
              | 'answer-row-repeated'
              | 'answer-row-missing'
              | 'answer-row-unknown'
              | 'answer-code-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `commission-round-key-missing`: The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.
       *     - `paper-not-opened`: The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'commission-round-key-missing'
              | 'paper-not-opened'
              | 'temporarily-unavailable'
              | 'outcome-unknown'
              | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'ResultDraft.draft': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResultDraftView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `result-not-ready`: There is no result to confirm yet. Import the Ministry’s answer first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'result-not-ready';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Check.roster': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterView'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /**
       * @description - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `roster-not-sent`: The roster of this case has not been sent to the Ministry yet. Have that step approved first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'check-not-ready' | 'roster-not-sent';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffCases.stop': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.supplementNotice': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SupplementNoticeDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required' | 'conflict-of-interest';
          };
        };
      };
      /** @description - `not-found`: Nothing was found. Check the address or the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'not-found';
          };
        };
      };
      /** @description - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'transition-not-allowed';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `day-out-of-range`: The day must lie between … and …. Correct it and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'day-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.closure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClosureDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `day-malformed`: The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid' | 'day-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `closure-exists`: This day has been entered already. Nothing more is needed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'closure-exists';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `closure-text-unfit`: The reference must be one line of 1 to 200 characters, the area one of 1 to 100 (wrong: …). Correct it and try again.
       *     - `closure-out-of-range`: The day of the closure must lie between … and …. Check the day and try again.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'closure-text-unfit' | 'closure-out-of-range';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Calendar.due': {
    parameters: {
      query?: {
        /** @description True for the rehearsals (演練) instead of the real cases. */
        rehearsals?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DueList'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Members.all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberList'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Members.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMemberDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `member-exists`: A member of staff with this certificate is already registered. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-exists';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `member-certificate-malformed`: The file is not a single certificate (DER or PEM).
       *     - `member-certificate-not-for-signing`: This is not a certificate for signing (no digitalSignature in its keyUsage). Export the signing certificate of the card.
       *     - `member-without-role`: Name at least one role: registrar, verifier, approver or auditor.
       *     - `member-name-unfit`: Give a name of 1 to 100 characters, without line breaks or other control characters.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'member-certificate-malformed'
              | 'member-certificate-not-for-signing'
              | 'member-without-role'
              | 'member-name-unfit'
              | 'certificate-health-insurance'
              | 'certificate-untrusted'
              | 'certificate-expired'
              | 'certificate-not-yet-valid'
              | 'certificate-wrong-type'
              | 'certificate-weak-algorithm'
              | 'certificate-wrong-key-usage'
              | 'certificate-revoked'
              | 'revocation-unknown';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'revocation-unavailable' | 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Members.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `member-unknown`: No member of staff has this identifier. Look it up in the list of members. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-unknown';
          };
        };
      };
      /**
       * @description - `member-inactive`: This member is inactive and cannot be changed any more. To bring them back, register them with a new certificate.
       *     - `members-too-few`: Too few members would be left: at least one registrar and two approvers are needed. Add members first.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-inactive' | 'members-too-few';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Members.roles': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MemberRolesDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `member-unknown`: No member of staff has this identifier. Look it up in the list of members. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-unknown';
          };
        };
      };
      /**
       * @description - `member-inactive`: This member is inactive and cannot be changed any more. To bring them back, register them with a new certificate.
       *     - `members-too-few`: Too few members would be left: at least one registrar and two approvers are needed. Add members first.
       *     - `member-unchanged`: This member has exactly these roles already. There is nothing to change.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-inactive' | 'members-too-few' | 'member-unchanged';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `member-without-role`: Name at least one role: registrar, verifier, approver or auditor. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'member-without-role';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       *     - `service-read-only`: The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown' | 'service-read-only';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Approvals.page': {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        before?: string;
        /** @description True: only those that can still be approved, and that whoever asks did not ask for */
        waiting?: boolean;
        /** @description Only those on this case (案號) */
        case?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalPage'];
        };
      };
      /** @description - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Approvals.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalDetail'];
        };
      };
      /** @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `approval-request-unknown`: There is no such approval request. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'approval-request-unknown';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Approvals.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApprovalSignature'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       *     - `evidence-trailing-bytes`: There are bytes after the signature data. Update the card program and sign again.
       *     - `evidence-indefinite-length`: The signature data uses BER indefinite length; only DER is accepted. Update the card program and sign again.
       *     - `evidence-nested-too-deeply`: The signature data is nested too deeply. Update the card program and sign again.
       *     - `evidence-malformed`: The signature data can’t be read as CMS in DER. Update the card program and sign again.
       *     - `evidence-not-signed-data`: The data is not a CMS SignedData. Update the card program and sign again.
       *     - `evidence-no-signer`: There is no signature in the data. Update the card program and sign again.
       *     - `evidence-more-than-one-signer`: There is more than one signature in the data. Sign again with your own certificate only.
       *     - `evidence-too-many-certificates`: The signature data contains more than … certificates. Update the card program and sign again.
       *     - `evidence-certificate-malformed`: A certificate in the signature data can’t be read. Update the card program and sign again.
       *     - `evidence-certificate-missing`: The signer’s certificate is not in the signature data. Update the card program and sign again.
       *     - `evidence-certificate-ambiguous`: Two different certificates in the signature data could be the signer’s. Update the card program and sign again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              | 'request-malformed'
              | 'request-too-deep'
              | 'request-invalid'
              | 'evidence-trailing-bytes'
              | 'evidence-indefinite-length'
              | 'evidence-nested-too-deeply'
              | 'evidence-malformed'
              | 'evidence-not-signed-data'
              | 'evidence-no-signer'
              | 'evidence-more-than-one-signer'
              | 'evidence-too-many-certificates'
              | 'evidence-certificate-malformed'
              | 'evidence-certificate-missing'
              | 'evidence-certificate-ambiguous';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /**
       * @description - `approval-by-requester`: You cannot approve your own request. Another approver must sign with their own certificate.
       *     - `approval-of-own-role`: This request would give a role to yourself, or make you the lead of a case, so you can neither ask for it nor approve it. Somebody else must.
       *     - `conflict-of-interest`: The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.
       *     - `role-required`: Your role does not allow this action. Ask the administrator if you need it.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'approval-by-requester' | 'approval-of-own-role' | 'conflict-of-interest' | 'role-required';
          };
        };
      };
      /**
       * @description - `approval-request-unknown`: There is no such approval request.
       *     - `not-found`: Nothing was found. Check the address or the number.
       *     - `record-destroyed`: The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.
       *     - `remedy-unknown`: There is no such request. Go back to the list of requests and choose again.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'approval-request-unknown';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['NotExecutedMembers'] & {
                  /** @enum {string} */
                  code: 'not-found' | 'record-destroyed' | 'remedy-unknown';
                });
        };
      };
      /**
       * @description - `approval-not-pending`: This request has been handled already and cannot be approved again.
       *     - `approval-expired`: This request has expired. Make a new one if the action is still wanted.
       *     - `approval-not-verified`: The approval in the database does not verify (…), so the action was not carried out. Somebody may have altered it: tell the operator.
       *     - `check-not-ready`: The state of the case does not allow this step. Look at the state of the case first.
       *     - `paper-entry-missing`: The paper rows were entered only once. Have another person enter them a second time.
       *     - `paper-differences-open`: … differences between the two entries are not settled. Settle each against the paper, then ask again.
       *     - `purge-done-already`: The records of this case have been destroyed already.
       *     - `announcement-missing`: The announcement of this case has not been entered, so it is not known how long its records are kept. Enter the announcement first.
       *     - `purge-too-early`: The records must be kept until … and cannot be destroyed before that day.
       *     - `purge-on-hold`: A lawsuit over this case is open, so its records cannot be destroyed. Enter the final ruling once there is one.
       *     - `step-under-way`: Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.
       *     - `approval-outdated`: The approved content has changed since, so nothing was done. Request approval again.
       *     - `transition-not-allowed`: The state of the case (…) does not allow this step. Look up the case again.
       *     - `members-too-few`: Too few members would be left: at least one registrar and two approvers are needed. Add members first.
       *     - `submission-outdated`: The signed submission statement does not agree with the records as they are now. Nothing was submitted. Prepare the statement again and sign it.
       *     - `remedy-decided`: Two people have decided this request. Load the list again.
       *     - `remedy-not-now`: The check is at a step at which no verdict may change. Decide when that step is done, or when the result is published.
       *     - `remedy-without-record`: This request names no record, or one that another card signed, so it can’t be upheld.
       *     - `remedy-not-for-people`: This co-signature counts, the person counts by another one, its number can’t be read, or its reason is computed (signature, certificate, repeated), which people can’t change. Only what a register or an office found can be corrected.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'approval-not-pending' | 'approval-expired';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['NotExecutedMembers'] & {
                  /** @enum {string} */
                  code:
                    | 'approval-not-verified'
                    | 'check-not-ready'
                    | 'paper-entry-missing'
                    | 'paper-differences-open'
                    | 'purge-done-already'
                    | 'announcement-missing'
                    | 'purge-too-early'
                    | 'purge-on-hold'
                    | 'step-under-way'
                    | 'approval-outdated'
                    | 'transition-not-allowed'
                    | 'members-too-few'
                    | 'submission-outdated'
                    | 'remedy-decided'
                    | 'remedy-not-now'
                    | 'remedy-without-record'
                    | 'remedy-not-for-people';
                });
        };
      };
      /**
       * @description - `request-too-large`: The body of this request is larger than the server accepts.
       *     - `evidence-too-large`: The signature data is larger than … bytes. Update the card program and sign again.
       */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large' | 'evidence-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /**
       * @description - `evidence-weak-digest`: The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. Update the card program and sign again.
       *     - `evidence-weak-key`: The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.
       *     - `evidence-algorithm-unsupported`: The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). Update the card program and sign again.
       *     - `evidence-statement-wrong`: What was signed is not the text to be signed here. Please start again on this page.
       *     - `evidence-content-type-wrong`: The content type among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-message-digest-wrong`: The message digest among the signed attributes is missing or wrong. Update the card program and sign again.
       *     - `evidence-signing-certificate-wrong`: The signed attributes name another certificate than the signer’s. Update the card program and sign again.
       *     - `evidence-signature-wrong`: The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.
       *     - `approval-certificate-not-the-approvers`: The signature was made with another certificate than the one you signed in with. Sign with the same card.
       *     - `certificate-health-insurance`: A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.
       *     - `certificate-untrusted`: This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.
       *     - `certificate-expired`: Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.
       *     - `certificate-not-yet-valid`: Your Citizen Digital Certificate is not valid yet. Please try again once it is.
       *     - `certificate-wrong-type`: This is not a Citizen Digital Certificate of a natural person. Please use your own.
       *     - `certificate-weak-algorithm`: The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.
       *     - `certificate-wrong-key-usage`: This certificate is not meant for signing. Please choose the card's signing certificate instead.
       *     - `certificate-revoked`: Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.
       *     - `revocation-unknown`: The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.
       *     - `submission-does-not-match`: The stored records are not those the lead signed for (number or Merkle root), so the check does not begin. Restore them from a backup and try again.
       *     - `round-key-not-opened`: The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.
       *     - `account-malformed`: The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code:
                  | 'evidence-weak-digest'
                  | 'evidence-weak-key'
                  | 'evidence-algorithm-unsupported'
                  | 'evidence-statement-wrong'
                  | 'evidence-content-type-wrong'
                  | 'evidence-message-digest-wrong'
                  | 'evidence-signing-certificate-wrong'
                  | 'evidence-signature-wrong'
                  | 'approval-certificate-not-the-approvers';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['NotExecutedMembers'] & {
                  /** @enum {string} */
                  code:
                    | 'certificate-health-insurance'
                    | 'certificate-untrusted'
                    | 'certificate-expired'
                    | 'certificate-not-yet-valid'
                    | 'certificate-wrong-type'
                    | 'certificate-weak-algorithm'
                    | 'certificate-wrong-key-usage'
                    | 'certificate-revoked'
                    | 'revocation-unknown'
                    | 'submission-does-not-match'
                    | 'round-key-not-opened'
                    | 'account-malformed';
                });
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `revocation-unavailable`: The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.
       *     - `commission-round-key-missing`: The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.
       *     - `paper-not-opened`: The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.
       *     - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'temporarily-unavailable' | 'outcome-unknown';
              })
            | (components['schemas']['Problem'] &
                components['schemas']['NotExecutedMembers'] & {
                  /** @enum {string} */
                  code: 'revocation-unavailable' | 'commission-round-key-missing' | 'paper-not-opened';
                });
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffSessions.signOut': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffSessions.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionList'];
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'StaffSessions.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `session-unknown`: You have no such session, or it has ended. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'session-unknown';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `address-too-long`: The address is too long. Check that it is correct. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'address-too-long';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Switches.ofPlatform': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SwitchDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalView'];
        };
      };
      /**
       * @description - `request-malformed`: This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.
       *     - `request-too-deep`: The JSON of this request is nested too deeply. Send it in the form the API document describes.
       *     - `request-invalid`: Some fields of the request are wrong. Correct those listed in errors and send it again.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-malformed' | 'request-too-deep' | 'request-invalid';
          };
        };
      };
      /** @description - `sign-in-required`: Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'sign-in-required';
          };
        };
      };
      /** @description - `role-required`: Your role does not allow this action. Ask the administrator if you need it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'role-required';
          };
        };
      };
      /** @description - `switch-set-already`: It is so already, so there is nothing to ask for. Look at the status page. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'switch-set-already';
          };
        };
      };
      /** @description - `request-too-large`: The body of this request is larger than the server accepts. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'request-too-large';
          };
        };
      };
      /** @description - `content-type-not-json`: Send the body as JSON (Content-Type: application/json). */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'content-type-not-json';
          };
        };
      };
      /** @description - `switch-reason-unfit`: The reasons in Chinese and in English must each be one line of 1 to 200 characters. They are public on the status page. Correct them and try again. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'switch-reason-unfit';
          };
        };
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /**
       * @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later.
       *     - `outcome-unknown`: The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable' | 'outcome-unknown';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
  'Status.current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatusView'];
        };
      };
      /** @description With `If-None-Match`: what the client has, by its `ETag`, is still the answer. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description - `too-many-requests`: Too many requests. Try again in … s. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'too-many-requests';
          };
        };
      };
      /** @description - `internal-error`: An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'internal-error';
          };
        };
      };
      /** @description - `temporarily-unavailable`: The service cannot handle this request at the moment. Try again later. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'temporarily-unavailable';
          };
        };
      };
      '4XX': components['responses']['UnroutedProblem'];
    };
  };
}
