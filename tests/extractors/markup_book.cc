// The ways of marking up that markups.h tells of.
#include "tests/extractors/markups.h"

namespace dekko::markup {

namespace {

// Tables for everything and no name on anything; a record is two rows and a blank one.
constexpr Markup kTwoRows = {
    .name = "TwoRowsOfATable",
    .page = R"(<html><head><title>Harbour works</title></head><body bgcolor="#ffffff">
<table width="900"><tr><td><a href="/"><img src="/logo.gif" alt="The Northern Quay Observer"></a></td>
<td align="right">March 19, 2024</td></tr></table>
<table width="900"><tr><td><a href="/">Front page</a> | <a href="/news/">News</a> | <a href="/opinion/">Opinion</a>
| <a href="/weather-and-tides/">Weather and tides</a> | <a href="/subscribe/">Subscribe</a></td></tr></table>
<table width="900"><tr><td valign="top" width="640"><font size="5"><b>{title}</b></font><br>{description}
<table>{cards}</table><center>1{pager}</center></td>
<td valign="top"><table><tr><td><b>Most read</b></td></tr>
<tr><td><a href="/harbour/storm-tides-of-the-century/">The storm tides of the century, in pictures</a></td></tr>
<tr><td><a href="/town/bakery-opens-at-four/">The bakery that opens at four in the morning</a></td></tr>
<tr><td><a href="/town/a-bridge-too-low/">A bridge too low for its own opening ceremony</a></td></tr></table></td>
</tr></table><table width="900"><tr><td>Copyright 2024 The Northern Quay Observer |
<a href="/terms/">Terms and conditions of use</a></td></tr></table></body></html>)",
    .card = R"(<tr><td rowspan="2"><a href="{path}"><img src="{image}" width="120" height="80"></a></td>
<td><font color="red">{kicker}</font><br><a href="{path}"><b>{title}</b></a></td></tr>
<tr><td>{dek}<br><i>By {by}</i>, {date}</td></tr><tr><td colspan="2">&nbsp;</td></tr>
)",
    .last_bar = " and "};

// Names that a tool made up, one box in another, no element that means anything but the links.
constexpr Markup kHashed = {
    .name = "HashedNames",
    .page =
        R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works | NQO</title></head><body><div id="__root">
<div class="sc-1x0kqd"><div class="css-9fh2aa"><a class="css-77aq0z" href="/"><img class="css-ab01" src="/logo.svg" alt="NQO"></a>
<div class="css-1m1m1m"><a class="css-k2" href="/news/">News</a><a class="css-k2" href="/opinion/">Opinion</a>
<a class="css-k2" href="/weather-and-tides/">Weather and tides</a></div></div></div>
<div class="sc-b8a7zz"><div class="css-h1h1h1">{title}</div><div class="css-pd0pd0">{description}</div>
<div class="sc-list0e">{cards}</div><div class="sc-pg55">{pager}</div></div>
<div class="sc-foot9q"><div class="css-9a"><a class="css-f1" href="/about/">About the Observer and its owners</a></div>
<div class="css-9a"><a class="css-f1" href="/terms/">Terms of use</a></div></div></div></body></html>)",
    .card =
        R"(<div class="sc-1kq8ab"><div class="css-0zq2"><a class="css-im3" href="{path}"><img class="css-1f4" src="{image}" alt=""></a></div>
<div class="css-tx88"><div class="css-kk1">{kicker}</div><a class="css-tt5" href="{path}"><div class="css-1q2w3e">{title}</div></a>
<div class="css-dk0d">{dek}</div><div class="css-mm7"><div class="css-au2">{by}</div><div class="css-dd9">{date}</div></div></div></div>
)",
    .author = R"(<a class="css-pp0" href="/people/{slug}/">{name}</a>)",
    .date = "Mar {d}, 2024"};

// Paragraphs with line breaks, as someone's editor wrote them.
constexpr Markup kParagraphs = {
    .name = "ParagraphsWithBreaks",
    .page =
        R"(<html><head><title>Harbour works</title></head><body><p><a href="/">The Northern Quay Observer</a></p>
<p><a href="/news/">News</a> <a href="/opinion/">Opinion</a> <a href="/weather-and-tides/">Weather and tides</a></p>
<p><big><b>{title}</b></big><br>{description}</p><hr>
{cards}<hr><p>Pages: <b>1</b>{pager}</p><p><small>Printed by the Observer. <a href="/terms/">Terms of use</a></small></p>
</body></html>)",
    .card =
        R"(<p><a href="{path}"><img src="{image}" align="left" hspace="8" alt="{title}"></a><small>{kicker}</small><br>
<a href="{path}">{title}</a><br>{dek}<br><small>{by} | {date}</small></p>
)",
    .last_bar = " and ",
    .date = "{d} March 2024"};

// The latest story large and in a box of its own, in other elements than the rest.
constexpr Markup kFeatured = {
    .name = "FeaturedFirstCard",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works - Observer</title></head><body>
<header class="top"><a href="/">Observer</a><nav><ul><li><a href="/news/">News</a></li><li><a href="/opinion/">Opinion</a></li></ul></nav></header>
<main><h1>{title}</h1><p class="intro">{description}</p>{cards}</ul><div class="pages"><span>1</span>{pager}</div></main>
<aside><h3>Newsletter</h3><p>Every morning at six.</p><form><input name="mail"><button>Sign up</button></form></aside>
<footer><a href="/about/">About the Observer</a> <a href="/terms/">Terms</a></footer></body></html>)",
    .card =
        R"(<li class="story"><img src="{image}" loading="lazy" alt=""><div><span class="label">{kicker}</span>
<h3><a href="{path}">{title}</a></h3><p>{dek}</p><p class="meta">{by} · <time datetime="{day}T06:00:00+00:00">{date}</time></p></div></li>
)",
    .first =
        R"(<section class="lead"><a href="{path}"><figure><img src="{image}" alt=""></figure></a><div class="lead-text">
<span class="label">{kicker}</span><h2><a href="{path}">{title}</a></h2><p>{dek}</p>
<p class="meta">{by} · <time datetime="{day}T06:00:00+00:00">{date}</time></p></div></section><ul class="stories">
)",
    .author = R"(<a rel="author" href="/people/{slug}/">{name}</a>)"};

// "Most read" before and after, in the same elements as the cards, pictures and all.
constexpr Markup kMostRead = {
    .name = "MostReadBeforeAndAfter",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<div class="head"><a href="/">Observer</a> <a href="/news/">News</a> <a href="/opinion/">Opinion</a></div>
<div class="wrap"><div class="box"><h4>Most read</h4>
<div class="item"><a href="/town/a-bridge-too-low/"><img src="/media/bridge.jpg" alt=""></a><h3><a href="/town/a-bridge-too-low/">A bridge too low for its own opening ceremony</a></h3><span>March 2, 2024</span></div>
<div class="item"><a href="/town/bakery-at-four/"><img src="/media/bakery.jpg" alt=""></a><h3><a href="/town/bakery-at-four/">The bakery that opens at four in the morning</a></h3><span>March 1, 2024</span></div>
<div class="item"><a href="/town/storm-tides/"><img src="/media/tides.jpg" alt=""></a><h3><a href="/town/storm-tides/">The storm tides of the century, in pictures</a></h3><span>February 9, 2024</span></div></div>
<h1>{title}</h1><div class="about">{description}</div><div class="box">{cards}</div><div class="nums">{pager}</div>
<div class="box"><h4>Most read this month</h4>
<div class="item"><a href="/town/nine-lives/"><img src="/media/cat.jpg" alt=""></a><h3><a href="/town/nine-lives/">Nine lives of the cat that lives in the customs house</a></h3><p>It has had four names and a pension</p><span>January 30, 2024</span></div>
<div class="item"><a href="/town/who-owns-the-fog/"><img src="/media/fog.jpg" alt=""></a><h3><a href="/town/who-owns-the-fog/">Who owns the fog horn now that nobody needs it</a></h3><p>Three offices say it is another’s</p><span>January 12, 2024</span></div></div>
</div><div class="foot">© 2024 Observer <a href="/terms/">Terms of use</a></div></body></html>)",
    .card =
        R"(<div class="item"><a href="{path}"><img src="{image}" alt=""></a><em>{kicker}</em><h3><a href="{path}">{title}</a></h3>
<p>{dek}</p><b>By {by}</b><span>{date}</span></div>
)",
    .last_bar = " and "};

// Rows of three, each a container of its own, an advertisement of the same box after each row.
constexpr Markup kRows = {
    .name = "RowsWithAdvertisements",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<div class="navbar"><a href="/">Observer</a><a href="/news/">News</a><a href="/opinion/">Opinion</a></div>
<div class="container"><div class="row"><h1>{title}</h1><p>{description}</p></div>
<div class="row">{cards}</div><div class="row"><ul class="pagination"><li class="active"><span>1</span></li><li>{pager}</li></ul></div></div>
<footer class="footer"><p><a href="/terms/">Terms of use</a></p></footer></body></html>)",
    .card =
        R"(<div class="col-md-4"><div class="card"><img class="card-img-top" data-src="{image}" src="data:image/gif;base64,R0lG" alt="">
<div class="card-body"><p class="badge">{kicker}</p><h5 class="card-title"><a href="{path}" class="stretched-link">{title}</a></h5><p class="card-text">{dek}</p>
</div><div class="card-footer"><small>{by}</small> <small class="text-muted">{date}</small></div></div></div>
)",
    .bar = " | ",
    .between =
        R"(</div><div class="row"><div class="col-md-12"><div class="card"><div class="card-body"><p>Advertisement</p><a href="https://ads.example/c?n={i}"><img src="https://ads.example/b{i}.png" alt=""></a></div></div></div></div><div class="row">
)",
    .every = 3};

// Headings, paragraphs and pictures side by side: nothing holds a card together.
constexpr Markup kFlat = {
    .name = "NothingAroundACard",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<header><a href="/">Observer</a></header><nav><a href="/news/">News</a> <a href="/opinion/">Opinion</a></nav>
<main><h1>{title}</h1><p>{description}</p>{cards}<nav>{pager}</nav></main>
<footer><p>Observer, North Quay 7 <a href="/terms/">Terms of use</a></p></footer></body></html>)",
    .card =
        R"(<p>{kicker}</p><h2><a href="{path}">{title}</a></h2><a href="{path}"><img src="{image}" alt=""></a>
<p>{dek}</p><address>{by}</address><p>{date}</p>
)",
    .author = R"(<a href="/people/{slug}/">{name}</a>)",
    .date = "{d} March 2024"};

// A link around each card and spans in it; the date at the top.
constexpr Markup kWholeLinks = {
    .name = "LinksAroundWholeCards",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<div role="banner"><a href="/">Observer</a></div><div role="navigation"><a href="/news/">News</a><a href="/opinion/">Opinion</a></div>
<div role="main"><h1>{title}</h1><p>{description}</p><div class="feed">{cards}</div><div class="more">{pager}<a href="/topics/harbour-works/page/2/" aria-label="Next page">→</a></div></div>
<div role="contentinfo"><a href="/terms/">Terms of use</a></div></body></html>)",
    .card =
        R"(<a class="teaser" href="{path}"><img src="{image}" alt=""><span class="teaser-date">{date}</span>
<span class="teaser-kicker">{kicker}</span><strong class="teaser-title">{title}</strong><span class="teaser-text">{dek}</span><span class="teaser-by">{by}</span></a>
)",
    .bar = " | "};

// A heading for each few cards, as months have in archives, and the title beside its picture in one list
// item.
constexpr Markup kSections = {
    .name = "SectionsUnderHeadings",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<header><h2><a href="/">Observer</a></h2><nav><a href="/news/">News</a><a href="/opinion/">Opinion</a></nav></header>
<div id="content"><h1>{title}</h1><div class="lede">{description}</div><section><h2>This week</h2><ol>{cards}</ol></section>
<div class="wp-pagenavi"><span class="current">1</span>{pager}</div></div>
<div id="sidebar"><h3>Topics</h3><ul><li><a href="/topics/ferries-and-ships/">Ferries and ships</a></li><li><a href="/topics/council/">Council</a></li></ul></div>
<footer><a href="/terms/">Terms of use</a></footer></body></html>)",
    .card =
        R"(<li><article><header><span>{kicker}</span><h3><a href="{path}" title="{title}">{title}</a></h3><p>by <span>{by}</span> on <time datetime="{day}">{date}</time></p></header>
<a href="{path}"><img srcset="{image} 640w" alt="{title}"></a><p>{dek}</p><p><a href="{path}">Read more</a></p></article></li>
)",
    .last_bar = " and ",
    .between = R"(</ol></section><section><h2>Before that, part {i}</h2><ol>)",
    .every = 4};

// Two cards side by side in a table of layout, cells full of nameless boxes; a rule between rows.
constexpr Markup kCells = {
    .name = "TwoCardsToARow",
    .page =
        R"(<html><head><title>Harbour works</title></head><body><table><tr><td colspan="2"><a href="/">Observer</a> <a href="/news/">News</a>
<a href="/opinion/">Opinion</a></td></tr><tr><td><div><div><b>{title}</b></div><div>{description}</div></div>
<table><tr>{cards}</tr></table><div>{pager} <a href="/topics/harbour-works/page/2/">Older stories</a></div></td>
<td><div><b>Popular</b></div><div><a href="/town/a-bridge-too-low/">A bridge too low for its own opening ceremony</a></div>
<div><a href="/town/bakery-at-four/">The bakery that opens at four in the morning</a></div></td></tr></table></body></html>)",
    .card =
        R"(<td><div><a href="{path}"><img src="{image}"></a></div><div>{kicker}</div><div><a href="{path}">{title}</a></div><div>{dek}</div><div>{by}</div><div>{date}</div></td>
)",
    .date = "{day}",
    .between = "</tr><tr><td colspan=\"2\"><hr></td></tr><tr>",
    .every = 2};

// Advertisements in the cards' own clothes, leading elsewhere.
constexpr Markup kLikeCards = {
    .name = "AdvertisementsLikeCards",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works</title></head><body>
<header><a href="/">Observer</a><nav><a href="/news/">News</a><a href="/opinion/">Opinion</a></nav></header>
<main><h1>{title}</h1><p>{description}</p><ul class="list">{cards}</ul><p>{pager}</p></main></body></html>)",
    .card =
        R"(<li class="row"><a href="{path}"><img src="{image}" alt=""></a><div><b>{kicker}</b><h3><a href="{path}">{title}</a></h3><p>{dek}</p>
<cite>{by}</cite><time>{date}</time></div></li>
)",
    .between =
        R"(<li class="row"><a href="https://yard.example/{i}"><img src="https://yard.example/{i}.png" alt=""></a><div><b>Sponsored</b>
<h3><a href="https://yard.example/{i}">Buy a boat this week and save a third</a></h3><p>Only at the yard, while there are any</p></div></li>
)",
    .every = 4};

// Rules between cards that nothing holds together, and a link of the page's foot in the same place as theirs.
constexpr Markup kRuled = {
    .name = "RulesBetweenCards",
    .page = R"(<html><head><title>Harbour works</title></head><body><center><a href="/">Observer</a></center>
<center><a href="/news/">News</a> - <a href="/opinion/">Opinion</a></center><hr><center><h1>{title}</h1></center><p>{description}</p><hr>
{cards}<center>[1]{pager}</center><hr><a href="/terms/">Terms of use</a></body></html>)",
    .card =
        R"(<font size="2">{kicker}</font><br><a href="{path}"><font size="4">{title}</font></a><br><img src="{image}"><br>{dek}<br>{by} - {date}<hr>
)"};

// All that a theme can put into a card: an avatar, minutes to read, comments, buttons, topics.
constexpr Markup kBusy = {
    .name = "CardsFullOfOtherThings",
    .page = R"(<!DOCTYPE html><html lang="en"><head><title>Harbour works - Observer</title></head><body>
<header class="site-header"><a href="/"><img src="/logo.png" alt="Observer"></a><nav><a href="/news/">News</a><a href="/opinion/">Opinion</a></nav></header>
<main><header class="archive-header"><h1>{title}</h1><p class="desc">{description}</p></header><div class="posts">{cards}</div>
<nav class="pagination"><span>1</span>{pager}<a class="next" href="/topics/harbour-works/page/2/">Next »</a></nav></main>
<footer><a href="/terms/">Terms of use</a></footer></body></html>)",
    .card =
        R"(<article class="post"><a class="thumb" href="{path}"><img src="{image}" width="640" alt="{title}"></a><div class="cat"><a href="/category/harbour/">{kicker}</a></div>
<h2 class="t"><a href="{path}" rel="bookmark">{title}</a></h2><div class="excerpt"><p>{dek}</p></div>
<div class="meta"><img class="avatar" src="/face.png" alt="" width="32" height="32">By {by} <span>•</span> <time datetime="{day}">{date}</time> <span>•</span> <span>5 min read</span> <span>•</span> <a href="{path}#comments">12 comments</a></div>
<div class="share"><a href="https://social.example/share?u={path}">Share</a> <a href="mailto:?s={path}">Mail</a></div>
<div class="tags"><a href="/tag/port/">port</a> <a href="/tag/cranes/">cranes</a></div></article>
)",
    .author = R"(<a href="/author/{slug}/" class="author">{name}</a>)",
    .last_bar = " and "};

}  // namespace

const std::vector<Markup>& markups() {
  static const std::vector<Markup> all = {kTwoRows,   kHashed, kParagraphs, kFeatured, kMostRead,
                                          kRows,      kFlat,   kWholeLinks, kSections, kCells,
                                          kLikeCards, kRuled,  kBusy};
  return all;
}

}  // namespace dekko::markup
