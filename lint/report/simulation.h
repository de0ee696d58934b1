#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "lint/read/source_file.h"
#include "lint/report/simulation_cause.h"
#include "rules/enforcers/simulation.h"

namespace corslint {

/// The resource that messages and commands are about; no policy says where it is deployed.
inline constexpr std::string_view simulated_url = "https://api.example.com/";

/// An exchange as the JSON object that the interface fixes: header names in lower case, the values
/// of one name joined by `, `. `message` is what the program says that does not start, or
/// Chromium's console about a blocked exchange with `url`.
nlohmann::ordered_json simulation_object(const Simulation& simulation, std::string_view url);

/// The exchange as people read it: which policy answers, the messages as HTTP, the verdict, what
/// the browser's console says, why, and the commands to ask a real server the same.
std::string simulation_text(const Simulation& simulation, const SimulationCause& cause,
                            const Policy& policy, const Enforcer& enforcer, const SourceFile& file);

}  // namespace corslint
