# What the framework looks for in the type of an extension. A class is a member of itself, so a type that is called like one of these
# would be taken for what it says. The launcher reads the list too; tests/architecture compares it with the sources.
include_guard(GLOBAL)

set(TENON_MEMBER_NAMES answers call check delivery drivers emits exported exports form_functions functions handle housekeeping_period
  listens manifest on on_any on_close on_delete on_get on_head on_housekeeping on_init on_open on_options on_patch on_post on_preinit
  on_put on_ready on_settings on_start on_steady_state on_stop on_unready remarks renderers routes settings web_options)

# Ends the run where the type is called so. SAY_IT is where another one is stated, with @TYPE@ for it.
function(tenon_refuse_member_name file type say_it)
  string(REGEX REPLACE "^.*::" "" own "${type}")
  if(own IN_LIST TENON_MEMBER_NAMES)
    tenon_line_of("${file}" "(struct|class)[ \t].*${own}" line)
    list(JOIN TENON_MEMBER_NAMES ", " all)
    string(REPLACE "@TYPE@" "${own}_extension" say_it "${say_it}")
    tenon_refuse("${file}" ${line} "the type of an extension cannot be called ${own}: the framework looks for a member of that name in it, "
      "and a class is a member of itself. Call it otherwise, as in ${own}_extension, and ${say_it}. The same holds for ${all}.")
  endif()
endfunction()
