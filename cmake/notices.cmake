# The notices of everything that a static program carries in itself, as Debian's packages have them.
function(write_third_party_notices path)
  set(text "corslint holds code or data of the packages below. Their own notices follow.\n")
  foreach(
    package
    gcc-12-base
    libc6
    libcli11-dev
    libfyaml-dev
    libidn2-dev
    libre2-dev
    libtomlplusplus-dev
    libunistring-dev
    nlohmann-json3-dev
    publicsuffix)
    set(notice /usr/share/doc/${package}/copyright)
    if(EXISTS ${notice})
      file(READ ${notice} copyright)
      string(APPEND text "\n==== ${package} ====\n\n${copyright}")
    elseif(CORSLINT_STATIC)
      message(WARNING "${notice} is not there, and so not in the notices of packages")
    endif()
  endforeach()
  file(WRITE ${path} "${text}")
endfunction()
