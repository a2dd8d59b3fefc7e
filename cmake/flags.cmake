# One place for what every file of ours is compiled with. DEKKO_SANITIZE comes from the preset `asan`, DEKKO_FUZZ from
# `fuzz`.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# What is linked is resolved at the start and read-only from then on; nothing lies at an address known beforehand.
include(CheckPIESupported)
check_pie_supported()
add_link_options(-Wl,-z,relro,-z,now)
# In what is shipped, a bug is to end the program rather than to be used, and sums of numbers from outside wrap.
set(hardening -fstack-protector-strong -fno-strict-overflow -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|aarch64)$")
  list(APPEND hardening -fstack-clash-protection)
endif()
add_compile_options("$<$<CONFIG:Release>:${hardening}>")

option(DEKKO_SANITIZE "Build with ASan and UBSan, without recovery" OFF)
option(DEKKO_FUZZ "The same with clang, and with libFuzzer's counters" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# An interface library, so that only our own code is held to it: third-party headers come in as SYSTEM.
add_library(dekko_flags INTERFACE)
# g++ alone decides what is worth a warning: clang means more by the same names.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(dekko_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wswitch-enum -Wnon-virtual-dtor -Werror)
endif()
target_include_directories(dekko_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(DEKKO_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # Their own branches make g++ 12 see uninitialized optionals where there are none; the other presets keep it.
  target_compile_options(dekko_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(DEKKO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
