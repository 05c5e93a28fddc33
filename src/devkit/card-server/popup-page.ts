import { createHash } from 'node:crypto';
import { cardFaults, type PopupBehaviour } from './card-faults.js';

/** A card as the popup offers it. */
export interface OfferedCard {
  readonly name: string;
  /** Whose card it is and what is special about it, in zh-TW and English. */
  readonly description: string;
}

/** What the page is made of. */
interface PopupPage {
  /** Allows one operation. Only this page knows it. */
  readonly token: string;
  /** The cards to choose from; empty where there is nothing to choose. */
  readonly cards: readonly OfferedCard[];
  readonly behaviour: PopupBehaviour | undefined;
}

/** How long the popup keeps a page waiting when it is told to be slow. */
const slowMilliseconds = 5_000;

const style = `
body { font: 18px/1.6 system-ui, "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif; color: #1b2026; background: #fff; margin: 16px; }
h1 { font-size: 22px; margin: 0 0 8px; }
p { margin: 0 0 16px; }
label, select, button { display: block; font: inherit; margin: 0 0 8px; }
select { width: 100%; }
button { min-height: 44px; padding: 0 16px; }
`;

/**
 * The popup's script. It answers only its opener, and posts the card's answer only to the origin from which the request came. Whatever
 * happens, it serves one request.
 */
const script = `
'use strict';
const { token, behaviour, choose } = document.body.dataset;
const opener = window.opener;
const states = ['waiting', 'choosing', 'working', 'alone'];
const show = (state) => {
  for (const each of states) document.getElementById(each).hidden = each !== state;
};
const finish = (answer, origin) => {
  opener.postMessage(answer, origin);
  window.close();
};
const chosen = () =>
  new Promise((resolve) => {
    if (choose === undefined) return resolve({});
    show('choosing');
    document.getElementById('choosing').addEventListener('submit', (event) => {
      event.preventDefault();
      resolve({ card: document.getElementById('card').value });
    });
    document.getElementById('cancel').addEventListener('click', () => resolve({ cancelled: true }));
    document.getElementById('use').focus();
  });
const ask = async (operation) => {
  const headers = { 'content-type': 'application/json', 'x-popup-token': token };
  try {
    const answer = await fetch('/popupForm', { method: 'POST', headers, body: JSON.stringify(operation) });
    if (answer.ok) return await answer.text();
  } catch {}
  return '{"ret_code":${cardFaults['timed-out'].returnCode},"last_error":0}';
};
const serve = async ({ data, origin }) => {
  if (behaviour === 'closed') return window.close();
  const choice = await chosen();
  show('working');
  if (behaviour === 'never-answers') return;
  if (behaviour === 'not-json') return finish('card program', origin);
  if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, ${slowMilliseconds}));
  finish(await ask({ origin, request: data, ...choice }), origin);
};
if (opener === null) {
  show('alone');
} else {
  const receive = (event) => {
    if (event.source !== opener || event.origin === 'null') return;
    window.removeEventListener('message', receive);
    void serve(event);
  };
  window.addEventListener('message', receive);
  show('waiting');
  if (behaviour !== 'silent') opener.postMessage('{"func":"getTbs"}', '*');
}
`;

/** A source expression of a Content-Security-Policy for exactly this inline text. */
const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The headers of the page: no other script, no frame around it, nothing kept. It must keep its opener, so there is no opener policy. */
export const popupHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "connect-src 'self'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** The popup's page, HTML. */
export function renderPopupPage({ token, cards, behaviour }: PopupPage): string {
  const data = [
    `data-token="${escapeHtml(token)}"`,
    ...(behaviour === undefined ? [] : [`data-behaviour="${behaviour}"`]),
    ...(cards.length === 0 ? [] : ['data-choose']),
  ].join(' ');
  const options = cards.map(
    ({ name, description }) => `<option value="${escapeHtml(name)}">${escapeHtml(description)}</option>`,
  );
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>模擬讀卡元件 Mock card program</title>
<style>${style}</style>
</head>
<body ${data}>
<h1>模擬讀卡元件 <span lang="en">Mock card program</span></h1>
<p>供開發與示範使用，不是內政部的跨平台網頁元件。<br><span lang="en">For development and demos. It is not the government’s card program.</span></p>
<div role="status">
<p id="waiting" hidden>正在等網站的要求… <span lang="en">Waiting for the site …</span></p>
<p id="working" hidden>卡片處理中，請稍候，完成後會自動關閉。 <span lang="en">The card is working. This window closes by itself.</span></p>
<p id="alone" hidden>這個視窗要由網站開啟。請關閉它，回到網站再試。 <span lang="en">A site opens this window. Close it, and try again on the site.</span></p>
</div>
<form id="choosing" hidden>
<label for="card">用哪一張卡片？ <span lang="en">Which card?</span></label>
<select id="card">${options.join('')}</select>
<button id="use">使用這張卡片 <span lang="en">Use this card</span></button>
<button id="cancel" type="button">取消 <span lang="en">Cancel</span></button>
</form>
<script>${script}</script>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (each) => entities[each] ?? each);
