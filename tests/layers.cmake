# Who may include whom. cmake -DROOT=<folder of the stages> -P layers.cmake reads every #include line below
# ROOT and fails, naming file and line, where one breaks the law. With -DPLANT=<empty folder> it first
# plants violations there and fails unless each is found.
cmake_minimum_required(VERSION 3.25)

# The stages that a stage may include besides base and itself.
set(stages base yaml model font doc text page layout publication pdf cli)
set(may_base)
set(may_yaml)
set(may_model yaml)
set(may_font)
set(may_doc font)
set(may_text font)
set(may_page font)
set(may_layout font doc text page)
set(may_publication model font doc)
set(may_pdf font page)
set(may_cli yaml model font doc page layout publication pdf)

# Headers of other people's libraries, and the only files that may include them.
set(foreign
    "yaml\\.h"               "yaml/.*"
    "hb(-[a-z]+)?\\.h"       "(font|text)/.*|pdf/fonts(_write)?\\.c"
    "unicode/[a-z0-9]+\\.h"     "text/.*|base/locale.*"
    "hpdf[a-z_]*\\.h"        "pdf/.*"
    "cmark[a-z_-]*\\.h"       "doc/markdown.*"
    "(png|zlib|libdeflate|lcms2|jpeglib)\\.h" "pdf/.*"
    "qrencode\\.h"           "publication/qr\\.c"
    "malloc\\.h"              "base/arena\\.c"
    "(elf|link)\\.h"          "cli/build_id\\.c"
    "pthread\\.h|sched\\.h"  "base/.*|font/.*|doc/markdown\\.c|text/.*|pdf/.*|cli/.*"
    "time\\.h|sys/time\\.h|getopt\\.h|signal\\.h|sys/(inotify|resource|wait)\\.h|poll\\.h" "cli/.*")
# What C and POSIX give: no law. No clock and no locale among them.
set(standard "assert|ctype|dirent|errno|fcntl|float|inttypes|limits|math|setjmp|stdalign|stdarg|\
stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|sys/mman|sys/stat|sys/types|\
unistd")

# Line of the first `#include` of `header` in the file.
function(line_of file header out)
  file(READ ${file} text)
  string(REGEX MATCH "#[ \t]*include[ \t]*[<\"]${header}[>\"]" directive "${text}")
  string(FIND "${text}" "${directive}" offset)
  string(SUBSTRING "${text}" 0 ${offset} before)
  string(REGEX MATCHALL "\n" newlines "${before}")
  list(LENGTH newlines count)
  math(EXPR count "${count} + 1")
  set(${out} ${count} PARENT_SCOPE)
endfunction()

# Empty, or what is wrong with `header` ("own" in quotation marks or "foreign") in `path`.
function(verdict path kind header out)
  set(${out} "" PARENT_SCOPE)
  string(REGEX REPLACE "/.*" "" stage ${path})
  if(kind STREQUAL own)
    string(REGEX REPLACE "/.*" "" other ${header})
    if(NOT header MATCHES "/" OR NOT other IN_LIST stages)
      set(${out} "the path does not begin with the folder of a stage" PARENT_SCOPE)
    elseif(NOT other STREQUAL stage AND NOT other STREQUAL base AND NOT other IN_LIST may_${stage})
      set(${out} "${stage} may not include ${other}" PARENT_SCOPE)
    endif()
    return()
  endif()
  if(header MATCHES "^(${standard})\\.h$")
    return()
  endif()
  set(pairs ${foreign})
  while(pairs)
    list(POP_FRONT pairs pattern places)
    if(header MATCHES "^(${pattern})$")
      if(NOT path MATCHES "^(${places})$")
        set(${out} "only ${places} may include it" PARENT_SCOPE)
      endif()
      return()
    endif()
  endwhile()
  set(${out} "tests/layers.cmake does not say who may include it" PARENT_SCOPE)
endfunction()

# All faults below `root`, one a line.
function(law root out)
  set(faults "")
  file(GLOB_RECURSE files RELATIVE ${root} ${root}/*.c ${root}/*.h)
  if(NOT files)
    message(FATAL_ERROR "${root}: no C files")
  endif()
  foreach(path ${files})
    string(REGEX REPLACE "/.*" "" stage ${path})
    if(NOT stage IN_LIST stages)
      string(APPEND faults "${path}:1: tests/layers.cmake does not know the stage ${stage}\n")
      continue()
    endif()
    file(STRINGS ${root}/${path} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line ${lines})
      if(line MATCHES "<([^>]+)>")
        set(kind foreign)
      elseif(line MATCHES "\"([^\"]+)\"")
        set(kind own)
      else()
        string(APPEND faults "${path}: cannot read: ${line}\n")
        continue()
      endif()
      set(header ${CMAKE_MATCH_1})
      verdict(${path} ${kind} ${header} wrong)
      if(wrong)
        line_of(${root}/${path} ${header} number)
        string(APPEND faults "${path}:${number}: ${header}: ${wrong}\n")
      endif()
    endforeach()
  endforeach()
  set(${out} "${faults}" PARENT_SCOPE)
endfunction()

if(PLANT)
  file(REMOVE_RECURSE ${PLANT})
  file(WRITE ${PLANT}/layout/line.c "/* a */\n#include \"base/str.h\"\n#include \"model/model.h\"\n")
  file(WRITE ${PLANT}/text/peek.c "#include \"page/page.h\"\n")
  file(WRITE ${PLANT}/doc/paint.c "\n\n#  include <hpdf.h>\n")
  file(WRITE ${PLANT}/pdf/words.c "#include <hb.h>\n")
  file(WRITE ${PLANT}/model/now.c "#include <time.h>\n")
  file(WRITE ${PLANT}/yaml/curl.c "#include <curl/curl.h>\n")
  file(WRITE ${PLANT}/font/near.c "#include \"fonts.h\"\n")
  file(WRITE ${PLANT}/pdf/fonts.c "#include \"font/fonts.h\"\n#include <hb.h>\n")
  law(${PLANT} faults)
  set(expected layout/line.c:3: text/peek.c:1: doc/paint.c:3: pdf/words.c:1: model/now.c:1: yaml/curl.c:1:
               font/near.c:1:)
  foreach(place ${expected})
    string(FIND "${faults}" "${place}" found)
    if(found EQUAL -1)
      message(FATAL_ERROR "the violation planted at ${place} was not found; found were:\n${faults}")
    endif()
  endforeach()
  string(REGEX MATCHALL "\n" found "${faults}")
  list(LENGTH found count)
  list(LENGTH expected wanted)
  if(NOT count EQUAL wanted)
    message(FATAL_ERROR "${wanted} violations were planted, ${count} were found:\n${faults}")
  endif()
  return()
endif()

law(${ROOT} faults)
if(faults)
  message(NOTICE "${faults}") # unwrapped, unlike a FATAL_ERROR
  message(FATAL_ERROR "The include law (src/README.md) is broken.")
endif()
