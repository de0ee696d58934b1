#include "lint/project/dev_servers.h"

#include <array>

namespace corslint {
namespace {

// https://nextjs.org/docs/app/api-reference/cli/next#next-dev-options; env files are read after
// the port has been taken.
constexpr std::array next_commands{DevCommand{"next", "dev"}, DevCommand{"next"}};
// https://nuxt.com/docs/api/commands/dev
constexpr std::array nuxt_commands{DevCommand{"nuxt", "dev"}, DevCommand{"nuxi", "dev"},
                                   DevCommand{"nuxt"}};
// https://create-react-app.dev/docs/advanced-configuration/
constexpr std::array react_commands{DevCommand{"react-scripts", "start"},
                                    DevCommand{"craco", "start"},
                                    DevCommand{"react-app-rewired", "start"}};
// https://angular.dev/cli/serve
constexpr std::array angular_commands{DevCommand{"ng", "serve"}, DevCommand{"ng", "s"},
                                      DevCommand{"ng", "dev"}};
// https://docs.astro.build/en/reference/cli-reference/#astro-dev
constexpr std::array astro_commands{DevCommand{"astro", "dev"}};
// https://cli.vuejs.org/guide/cli-service.html#vue-cli-service-serve
constexpr std::array vue_commands{DevCommand{"vue-cli-service", "serve"}};
// https://www.gatsbyjs.com/docs/reference/gatsby-cli/#develop
constexpr std::array gatsby_commands{DevCommand{"gatsby", "develop"}};
// https://rsbuild.rs/config/server/port
constexpr std::array rsbuild_commands{DevCommand{"rsbuild", "dev"}, DevCommand{"rsbuild"}};
// https://parceljs.org/features/cli/
constexpr std::array parcel_commands{DevCommand{"parcel", "serve"}, DevCommand{"parcel"}};
// https://webpack.js.org/configuration/dev-server/#devserverport
constexpr std::array webpack_commands{
    DevCommand{"webpack", "serve"}, DevCommand{"webpack", "server"}, DevCommand{"webpack", "s"},
    DevCommand{"webpack-cli", "serve"}, DevCommand{"webpack-dev-server"}};
// https://vite.dev/config/server-options.html#server-port
constexpr std::array vite_commands{DevCommand{"vite", "dev"}, DevCommand{"vite", "serve"},
                                   DevCommand{"vite"}, DevCommand{"remix", "vite:dev"},
                                   DevCommand{"react-router", "dev"}};

constexpr std::array servers{
    DevServer{.title = "Next.js",
              .package = "next",
              .commands = next_commands,
              .port = 3000,
              .port_variable = PortVariable::process,
              .file = "next.config",
              .is_full_stack = true},
    DevServer{.title = "Nuxt",
              .package = "nuxt",
              .commands = nuxt_commands,
              .port = 3000,
              .port_variable = PortVariable::env_file,
              .file = "nuxt.config",
              .section = "devServer",
              .is_full_stack = true},
    DevServer{.title = "Create React App",
              .package = "react-scripts",
              .commands = react_commands,
              .port = 3000,
              .port_variable = PortVariable::env_file},
    DevServer{
        .title = "Angular", .package = "@angular/cli", .commands = angular_commands, .port = 4200},
    DevServer{.title = "Astro",
              .package = "astro",
              .commands = astro_commands,
              .port = 4321,
              .since = 3,
              .older_port = 3000,
              .file = "astro.config",
              .section = "server",
              .is_full_stack = true},
    DevServer{.title = "Vue CLI",
              .package = "@vue/cli-service",
              .commands = vue_commands,
              .port = 8080,
              .port_variable = PortVariable::env_file,
              .file = "vue.config",
              .section = "devServer"},
    DevServer{.title = "Gatsby",
              .package = "gatsby",
              .commands = gatsby_commands,
              .port = 8000,
              .port_variable = PortVariable::process,
              .file = "gatsby-config"},
    DevServer{.title = "Rsbuild",
              .package = "@rsbuild/core",
              .commands = rsbuild_commands,
              .port = 3000,
              .file = "rsbuild.config",
              .section = "server"},
    DevServer{.title = "Parcel",
              .package = "parcel",
              .commands = parcel_commands,
              .port = 1234,
              .port_variable = PortVariable::process},
    DevServer{.title = "webpack-dev-server",
              .package = "webpack-dev-server",
              .commands = webpack_commands,
              .port = 8080,
              .file = "webpack.config",
              .section = "devServer"},
    DevServer{.title = "Vite",
              .package = "vite",
              .commands = vite_commands,
              .port = 5173,
              .since = 3,
              .older_port = 3000,
              .positional = Positional::root,
              .file = "vite.config",
              .section = "server"},
};

}  // namespace

std::span<const DevServer> dev_servers() {
  return servers;
}

}  // namespace corslint
