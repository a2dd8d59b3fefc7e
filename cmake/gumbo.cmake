# Gumbo 0.10.1, as PkgConfig::gumbo: built from its source where scripts/fetch-gumbo has put that, else Debian's.
#
# Gumbo clears a table of 150 octets for most of what it asks of a tag, with an instruction that takes 30 cycles to
# start; told to write it out, it reads a page in three quarters of the time. Its own assertions stay on, as in Debian.
set(GUMBO_SOURCE ${PROJECT_SOURCE_DIR}/cmake/gumbo/node_modules/gumbo-parser/deps/gumbo-parser/src)

if(EXISTS ${GUMBO_SOURCE}/parser.c)
  include(CheckCCompilerFlag)
  set(written_out -mmemset-strategy=unrolled_loop:1024:noalign,libcall:-1:noalign)
  check_c_compiler_flag(${written_out} GUMBO_WRITES_OUT)
  file(GLOB gumbo_files CONFIGURE_DEPENDS ${GUMBO_SOURCE}/*.c)
  add_library(dekko_gumbo STATIC ${gumbo_files})
  target_include_directories(dekko_gumbo SYSTEM PUBLIC ${GUMBO_SOURCE})
  # "&#99999999999" overflows what it counts in.
  target_compile_options(dekko_gumbo PRIVATE
    -std=gnu99 -O3 -w -fwrapv -fno-sanitize=undefined $<$<BOOL:${GUMBO_WRITES_OUT}>:${written_out}>)
  add_library(PkgConfig::gumbo ALIAS dekko_gumbo)
  return()
endif()

pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
# The archive where there is one: calls into Gumbo then need no jump through a table, an eighth of its time.
find_library(GUMBO_ARCHIVE libgumbo.a)
if(GUMBO_ARCHIVE)
  set_target_properties(PkgConfig::gumbo PROPERTIES INTERFACE_LINK_LIBRARIES ${GUMBO_ARCHIVE})
endif()
