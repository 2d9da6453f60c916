// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

namespace pricewright {

// What the words in names of classes, ids and the like hint at. Bits, for one element may say several things.
namespace says {
constexpr std::uint32_t Price = 1u << 0;
constexpr std::uint32_t Current = 1u << 1; // sale, now, final …: the price to pay
constexpr std::uint32_t Old = 1u << 2;     // was, list, rrp …: the price not to pay
constexpr std::uint32_t Unit = 1u << 3;    // a price per kilogram and the like
constexpr std::uint32_t Shipping = 1u << 4;
constexpr std::uint32_t Save = 1u << 5; // an amount that is saved
constexpr std::uint32_t Instalment = 1u << 6;
constexpr std::uint32_t Related = 1u << 7; // other products
constexpr std::uint32_t Chrome = 1u << 8;  // header, footer, menu, cart, cookie notice
constexpr std::uint32_t Product = 1u << 9; // the product itself
constexpr std::uint32_t Buy = 1u << 10;    // what puts it into the cart
constexpr std::uint32_t Review = 1u << 11;
constexpr std::uint32_t Stock = 1u << 12;
constexpr std::uint32_t Hidden = 1u << 13;
constexpr std::uint32_t Cents = 1u << 14; // the part after the mark
constexpr std::uint32_t Title = 1u << 15;
constexpr std::uint32_t Option = 1u << 16; // one of several variants
constexpr std::uint32_t WithoutTax = 1u << 17;
constexpr std::uint32_t Disabled = 1u << 18;
constexpr std::uint32_t Cart = 1u << 19; // Buy as well, together with "add" or "to"
constexpr std::uint32_t Add = 1u << 20;
constexpr std::uint32_t SoldOut = 1u << 21;
constexpr std::uint32_t Sku = 1u << 22;
constexpr std::uint32_t Crossed = 1u << 23; // a line goes through it
constexpr std::uint32_t Brand = 1u << 24;   // who made it
} // namespace says

// Of a list of names as in class="product-price__old finalPrice": words are told apart by marks and by capitals.
std::uint32_t classWords(std::string_view names);

} // namespace pricewright
