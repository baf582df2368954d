#include "rows.hpp"

#include <cstdint>
#include <exception>
#include <variant>

#include "tenon/json/quoted.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

namespace {

using tenon::reflect::kind, tenon::reflect::slot;
using tenon::sqlite::cell;

bool is_truth_value(const slot& one) {
  const slot inner = one.of->is == kind::optional ? tenon::reflect::inner_of(one) : one;
  return inner.of->is == kind::boolean;
}
bool is_truth_value(const slot* whole, std::string_view column) {
  if (whole == nullptr || whole->of->is != kind::aggregate) return false;
  for (const tenon::reflect::named_slot& field : tenon::reflect::as<tenon::reflect::aggregate_type>(*whole->of).fields)
    if (field.name == column) return is_truth_value(field);
  return false;
}

void append(std::string& to, const cell& value, bool truth_value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    tenon::json::write_string(*text, to);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    to.append(truth_value && (*whole == 0 || *whole == 1) ? (*whole == 1 ? "true" : "false") : std::to_string(*whole));
  } else if (const auto* real = std::get_if<double>(&value)) {
    tenon::json::write(tenon::reflect::described<double>, real, {}, to);
  } else {
    to.append("null");
  }
}

}  // namespace

std::string rows::object(std::size_t index, const slot* to) const {
  std::string out = "{";
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (column != 0) out.append(",");
    tenon::json::write_string(columns_[column], out);
    out.append(":");
    append(out, cells_[index][column], is_truth_value(to, columns_[column]));
  }
  return out.append("}");
}

void rows::misfit(const std::string& what) {
  using tenon::error, tenon::error_type;
  const error whole(error_type::server_misconfigured, what);
  throw error(whole.type(), {.message = std::string(tables_failed), .cause = std::make_exception_ptr(whole)});
}

void rows::refuse_several_columns() const {
  if (columns_.size() == 1) return;
  misfit("one value of each row was asked for, and the statement finds " + std::to_string(columns_.size()) +
         " columns. Select one, or make an aggregate of the row, with a member for each column");
}

std::string rows::only_value(std::size_t index, const slot& to) const {
  refuse_several_columns();
  std::string out;
  append(out, cells_[index][0], is_truth_value(to));
  return out;
}

std::string rows::json() const {
  std::string out = "[";
  for (std::size_t i = 0; i < size(); ++i) out.append(i == 0 ? "" : ",").append(object(i, nullptr));
  return out.append("]");
}

}  // namespace tenon_data
