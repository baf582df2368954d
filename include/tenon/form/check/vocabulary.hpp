// The words that a form's files may say, for whoever has misspelt one of them.
#pragma once

#include <array>
#include <string_view>

namespace tenon::form::vocabulary {

// Keywords of JSON Schema that somebody may have meant.
inline constexpr std::array<std::string_view, 40> schema{"type",
                                                         "properties",
                                                         "required",
                                                         "items",
                                                         "title",
                                                         "description",
                                                         "default",
                                                         "format",
                                                         "pattern",
                                                         "minimum",
                                                         "maximum",
                                                         "exclusiveMinimum",
                                                         "exclusiveMaximum",
                                                         "multipleOf",
                                                         "minLength",
                                                         "maxLength",
                                                         "minItems",
                                                         "maxItems",
                                                         "uniqueItems",
                                                         "minProperties",
                                                         "maxProperties",
                                                         "additionalProperties",
                                                         "patternProperties",
                                                         "propertyNames",
                                                         "additionalItems",
                                                         "definitions",
                                                         "dependencies",
                                                         "contains",
                                                         "allOf",
                                                         "anyOf",
                                                         "oneOf",
                                                         "then",
                                                         "else",
                                                         "enum",
                                                         "const",
                                                         "examples",
                                                         "readOnly",
                                                         "writeOnly",
                                                         "rendererType",
                                                         "$ref"};
// Others that are no mistake: of later drafts, of other tools, or too short to be told from a word of one's own.
inline constexpr std::array<std::string_view, 33> also_schema{"$schema",
                                                              "$id",
                                                              "$comment",
                                                              "$defs",
                                                              "$anchor",
                                                              "$dynamicRef",
                                                              "$dynamicAnchor",
                                                              "$recursiveRef",
                                                              "$recursiveAnchor",
                                                              "$vocabulary",
                                                              "id",
                                                              "if",
                                                              "not",
                                                              "contentEncoding",
                                                              "contentMediaType",
                                                              "contentSchema",
                                                              "prefixItems",
                                                              "minContains",
                                                              "maxContains",
                                                              "dependentRequired",
                                                              "dependentSchemas",
                                                              "unevaluatedItems",
                                                              "unevaluatedProperties",
                                                              "deprecated",
                                                              "example",
                                                              "nullable",
                                                              "discriminator",
                                                              "enumNames",
                                                              "errorMessage",
                                                              "formatMinimum",
                                                              "formatMaximum",
                                                              "options",
                                                              "i18n"};
inline constexpr std::array<std::string_view, 5> own_keywords{"x-validate", "x-computed", "x-dynamicEnum", "x-renderer",
                                                              "x-question-type"};

// Of a UI schema, as JsonForms has it.
inline constexpr std::array<std::string_view, 7> element{"type",    "scope", "label", "elements",
                                                         "options", "rule",  "format"};
inline constexpr std::array<std::string_view, 6> also_element{"text", "i18n", "icon", "title", "description", "id"};
inline constexpr std::array<std::string_view, 2> rule{"effect", "condition"};
inline constexpr std::array<std::string_view, 6> condition{"type",   "conditions",    "scope",
                                                           "schema", "expectedValue", "failWhenUndefined"};
// Options that the built-in renderers read; and those that others read.
inline constexpr std::array<std::string_view, 7> option{"format", "detail",   "multi",      "slider",
                                                        "toggle", "readonly", "placeholder"};
inline constexpr std::array<std::string_view, 20> also_option{"readOnly",
                                                              "autocomplete",
                                                              "trim",
                                                              "restrict",
                                                              "focus",
                                                              "variant",
                                                              "showNavButtons",
                                                              "showSortButtons",
                                                              "elementLabelProp",
                                                              "childLabelProp",
                                                              "showUnfocusedDescription",
                                                              "hideRequiredAsterisk",
                                                              "labels",
                                                              "items",
                                                              "dateFormat",
                                                              "dateSaveFormat",
                                                              "timeFormat",
                                                              "ampm",
                                                              "views",
                                                              "orientation"};
// Types of elements that hold to this vocabulary.
inline constexpr std::array<std::string_view, 8> element_types{
    "Control", "VerticalLayout", "HorizontalLayout", "Group", "Categorization", "Category", "SwipeLayout", "Label"};

}  // namespace tenon::form::vocabulary
