"""How the report looks: one style sheet for light, dark and paper, wide and narrow."""

STYLE = """
:root {
  color-scheme: light dark;
  --bg: #f6f7f5; --panel: #ffffff; --ink: #1c2126; --muted: #57616c; --line: #d7dce1; --accent: #0a5aa8;
  --hit: #14622f; --hit-bg: #d8f1e0; --trap: #a3211a; --trap-bg: #fde0dd; --filler: #8a4f00; --hedge: #6a3d9f;
  --number: #0a5aa8; --voice: #9db9d4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #13161a; --panel: #1b2025; --ink: #e7e9eb; --muted: #a5afba; --line: #363e47; --accent: #7cb9ff;
    --hit: #8ee0ab; --hit-bg: #163c26; --trap: #ffa199; --trap-bg: #4f1d1b; --filler: #f3b75f; --hedge: #cfabff;
    --number: #7cb9ff; --voice: #4a6b8c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 68rem; background: var(--bg); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1.05rem; }
h4 { margin: 1.25rem 0 .4rem; font-size: .95rem; }
p { margin: .4rem 0; }
a { color: var(--accent); }
.muted, figcaption, th { color: var(--muted); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 0; }
.tiles div, figure, .item, .fix { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; }
.tiles div { padding: .6rem .9rem; display: flex; flex-direction: column; }
.tiles dt { order: 2; color: var(--muted); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: .75rem; }
figure { margin: 0; padding: .75rem .9rem .6rem; }
figcaption { font-size: .85rem; }
.plot { display: block; width: 100%; height: auto; margin: .4rem 0 .2rem; }
svg text { fill: var(--muted); font-size: 11px; font-family: inherit; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .axis { stroke: var(--muted); stroke-width: 1; }
svg .dot { fill: var(--panel); stroke: var(--muted); stroke-width: 1.5; }
svg .median { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
svg .lone { fill: var(--accent); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
th { font-weight: 600; font-size: .85rem; border-top: 0; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.date { white-space: nowrap; }
.item { padding: 1rem 1.1rem; margin: 0 0 1rem; }
details { border-top: 1px solid var(--line); }
summary { padding: .55rem 0; cursor: pointer; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
summary b { font-size: 1.1rem; }
.inside { padding: 0 0 1rem; }
.inside:target { scroll-margin-top: 4rem; }
.fix { padding: .6rem .9rem; border-left: 4px solid var(--accent); margin: .25rem 0 .5rem; }
.fix p:first-child { margin-top: 0; }
q { quotes: none; color: var(--muted); font-style: italic; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .2rem 0 .2rem 1.6rem; text-indent: -1.6rem; }
li > * { text-indent: 0; }
li > .sign { display: inline-block; width: 1.6rem; font-weight: 700; }
li > p { margin: .1rem 0; }
.good > .sign, .sign.hit { color: var(--hit); }
.bad > .sign, .trapped > .sign, .sign.trap { color: var(--trap); }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; }
.facts li { padding: 0; text-indent: 0; }
.said { white-space: pre-wrap; line-height: 1.9; margin: .25rem 0; }
.said .hit { background: var(--hit-bg); border-radius: .2rem; }
.said .trap { background: var(--trap-bg); border-radius: .2rem; }
.said .number { color: var(--number); font-weight: 650; }
.said .filler { text-decoration: underline wavy var(--filler) 1px; text-underline-offset: .2em; }
.said .hedge { text-decoration: underline dashed var(--hedge) 2px; text-underline-offset: .25em; }
.sign { font-weight: 700; }
.said .sign { font-size: .8em; padding: 0 .15em; text-decoration: none; background: none; }
.key .sign { width: auto; padding-right: .15rem; }
.sign.filler { color: var(--filler); }
.sign.hedge { color: var(--hedge); }
.sign.number { color: var(--number); }
.key { display: flex; flex-wrap: wrap; gap: .1rem 1rem; color: var(--muted); font-size: .85rem; }
.key li { padding: 0; text-indent: 0; }
.time { display: block; width: 100%; height: 74px; overflow: visible; }
.time .track { fill: var(--line); }
.time .voice { fill: var(--voice); }
.time .pause { fill: none; stroke: var(--trap); stroke-width: 1.5; stroke-dasharray: 3 2; }
.time .limit { stroke: var(--trap); stroke-width: 2; stroke-dasharray: 4 3; }
.time .hit { fill: var(--hit); font-weight: 700; }
.time .trap { fill: var(--trap); font-weight: 700; }
.time .filler { fill: var(--filler); font-weight: 700; font-size: 14px; }
.time .number { fill: var(--number); font-weight: 700; }
.time .hedge { fill: var(--hedge); font-weight: 700; }
svg .late { fill: var(--trap); }
audio { width: 100%; max-width: 34rem; margin: .4rem 0; }
footer { margin-top: 3rem; color: var(--muted); font-size: .85rem; }
@media print {
  :root {
    --bg: #ffffff; --panel: #ffffff; --ink: #000000; --muted: #444444; --line: #bbbbbb; --accent: #0a5aa8;
    --hit: #14622f; --hit-bg: #d8f1e0; --trap: #a3211a; --trap-bg: #fde0dd; --filler: #8a4f00; --hedge: #6a3d9f;
    --number: #0a5aa8; --voice: #9db9d4;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, audio { display: none; }
  figure, .fix, tr, li, svg { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
  .said span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}
"""
