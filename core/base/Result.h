// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace pricewright {

// A value or an Error. No exception crosses a folder. Never ignored: [[nodiscard]].
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) {}
  Result(Error error) : tl::expected<T, Error>(tl::unexpected<Error>(std::move(error))) {}
};
using Status = Result<void>;

inline Error fail(QString code, QMap<QString, QString> arguments = {}) {
  return Error{std::move(code), std::move(arguments), {}};
}

#define PW_JOIN2(a, b) a##b
#define PW_JOIN(a, b) PW_JOIN2(a, b)
// PW_TRY(auto x, f()): x is f's value, or the enclosing function returns f's error.
#define PW_TRY(declaration, expression) PW_TRY_NAMED(PW_JOIN(pwResult, __LINE__), declaration, expression)
#define PW_TRY_NAMED(name, declaration, expression)                                                                    \
  auto name = (expression);                                                                                            \
  if (!name)                                                                                                           \
    return ::pricewright::Error(std::move(name).error());                                                              \
  declaration = std::move(*name)
// PW_CHECK(f()): the enclosing function returns f's error, if there is one.
#define PW_CHECK(expression)                                                                                           \
  if (auto pwChecked = (expression); !pwChecked)                                                                       \
  return ::pricewright::Error(std::move(pwChecked).error())

} // namespace pricewright
