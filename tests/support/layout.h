// The six ways in which the newspaper lays out a card, told apart by what each shows and in which order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/post.h"

namespace dekko::site {

// The card as text, line by line (K: kicker, T: title, D: dek, N: name, M: Month D, YYYY):
//   kA20   T / D / N[ | N] M
//   kP21   T / D / Author Image N[| N] M
//   kP22   [K] T / D / NN[ | N]M          the kicker on some cards, no white space before the date
//   kP24A  K / T / D / NN[ | N]M
//   kT24P  T / K / T / D / T / NN[ | N] M
//   kT24N  T / [K] / T / D / T / N / N[ | N] M
enum class Layout { kA20, kP21, kP22, kP24A, kT24P, kT24N };

inline constexpr Layout kLayouts[] = {Layout::kA20,  Layout::kP21,  Layout::kP22,
                                      Layout::kP24A, Layout::kT24P, Layout::kT24N};

// "A20", "P21", ...
std::string_view name_of(Layout layout);
std::optional<Layout> layout_named(std::string_view name);

// The card's mark-up. Links are root-relative, so that the same octets serve behind any host and port.
std::string render_card(const Post& post, Layout layout);

// The kicker as this layout shows it, empty where it shows none: what an extraction has to find.
std::string shown_kicker(const Post& post, Layout layout);

// For element content and double-quoted attribute values.
std::string escaped(std::string_view text);

}  // namespace dekko::site
