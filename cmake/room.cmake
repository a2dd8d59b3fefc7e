# dekko_room(core/sub NEIGHBOURS a b LIBRARIES x y)
#
# Declares the folder it is called in as one room: a static library of all its *.cc. A room may include its
# neighbours and nothing else of ours; tests/house holds the #include lines against the table written here.
function(dekko_room name)
  cmake_parse_arguments(ROOM "" "" "NEIGHBOURS;LIBRARIES" ${ARGN})
  string(REPLACE "/" "_" target "dekko_${name}")
  list(TRANSFORM ROOM_NEIGHBOURS REPLACE "/" "_" OUTPUT_VARIABLE neighbours)
  list(TRANSFORM neighbours PREPEND "dekko_")
  file(GLOB sources CONFIGURE_DEPENDS "*.cc")
  list(FILTER sources EXCLUDE REGEX "(/|_)main\\.cc$")
  if(NOT sources)  # a room not yet furnished
    set(sources ${PROJECT_SOURCE_DIR}/core/result.cc)
  endif()
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC dekko_flags ${neighbours} ${ROOM_LIBRARIES})
  list(JOIN ROOM_NEIGHBOURS " " joined)
  set_property(GLOBAL APPEND PROPERTY dekko_rooms "${name}: ${joined}")
endfunction()

# Writes build/rooms.txt, one "room: neighbour neighbour" a line, for the test of the house.
function(dekko_write_room_table)
  get_property(rooms GLOBAL PROPERTY dekko_rooms)
  list(JOIN rooms "\n" text)
  file(WRITE ${PROJECT_BINARY_DIR}/rooms.txt "${text}\n")
endfunction()

# dekko_test(name ROOMS a b LIBRARIES x): one runner of all *_test.cc in the folder it is called in.
function(dekko_test name)
  cmake_parse_arguments(T "" "" "ROOMS;LIBRARIES" ${ARGN})
  list(TRANSFORM T_ROOMS REPLACE "/" "_" OUTPUT_VARIABLE rooms)
  list(TRANSFORM rooms PREPEND "dekko_")
  file(GLOB sources CONFIGURE_DEPENDS "*.cc")
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_test ${sources})
  target_link_libraries(${name}_test PRIVATE dekko_flags ${rooms} ${T_LIBRARIES} GTest::gtest_main GTest::gmock)
  target_compile_definitions(${name}_test PRIVATE
    DEKKO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" DEKKO_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 120)
endfunction()
