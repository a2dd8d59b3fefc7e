# What is installed beside the program, and the Debian package of it all: cpack --preset deb
include(GNUInstallDirs)
set(share ${PROJECT_BINARY_DIR}/share)

# Man pages and completions, told by the program itself.
add_custom_command(OUTPUT ${share}/made
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${share}/man1
  COMMAND dekko manual --all ${share}/man1
  COMMAND sh -c "gzip -9nf man1/*.1"
  COMMAND dekko completion bash > dekko.bash
  COMMAND dekko completion zsh > _dekko
  COMMAND dekko completion fish > dekko.fish
  COMMAND ${CMAKE_COMMAND} -E touch made
  DEPENDS dekko WORKING_DIRECTORY ${share} VERBATIM)
file(MAKE_DIRECTORY ${share})
add_custom_target(told ALL DEPENDS ${share}/made)

install(DIRECTORY ${share}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${share}/dekko.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME dekko)
install(FILES ${share}/_dekko DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${share}/dekko.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

file(GLOB pages ${PROJECT_SOURCE_DIR}/docs/*.md)
install(FILES README.md ${pages} DESTINATION ${CMAKE_INSTALL_DOCDIR})
set(examples ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES docs/profile-template.toml packaging/logrotate packaging/cron packaging/alert.conf packaging/copies.conf
  DESTINATION ${examples})
install(FILES docs/dekko.example.toml DESTINATION ${examples} RENAME dekko.toml)
install(FILES packaging/alert@.service DESTINATION ${examples} RENAME dekko-alert@.service)
install(FILES packaging/dekko.service packaging/dekko.timer DESTINATION lib/systemd/system)
install(FILES packaging/sysusers.conf DESTINATION lib/sysusers.d RENAME dekko.conf)

# Who publishes the package says so as for any other: DEBFULLNAME and DEBEMAIL.
set(CPACK_PACKAGE_CONTACT "the dekko authors <dekko@localhost.localdomain>")
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
# Debian's policy asks for these two, in these places.
string(TIMESTAMP package_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(packaging/changelog.in ${share}/changelog @ONLY)
execute_process(COMMAND gzip -9nfk ${share}/changelog COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${share}/changelog.gz packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME dekko)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "keeps the history of listings in one SQLite file")
set(CPACK_PACKAGE_DESCRIPTION
"Walks the pages of a listing, such as the topic page of a newspaper, politely
every night for years. Archives every answer as WARC, takes headline, dek,
bylines and date out of each card, and keeps what it saw, when, and how it
changed, in one SQLite file.
.
robots.txt is always obeyed.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS ca-certificates)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "systemd | cron")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "sqlite3, mailx, prometheus-node-exporter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/postinst ${PROJECT_SOURCE_DIR}/packaging/prerm ${PROJECT_SOURCE_DIR}/packaging/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
