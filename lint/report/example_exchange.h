#pragma once

#include <cstddef>
#include <string>

#include "lint/report/painter.h"
#include "lint/run/example_exchange.h"

namespace corslint {

/// What an exchange with the bad policy came to, and what it would with the good one, in one or
/// two sentences.
std::string exchange_outcome(const ExampleExchange& exchange);

/// What is printed about the bad exchange elsewhere: Chromium's console, or the program that does
/// not start. Empty where nothing is.
std::string exchange_message(const ExampleExchange& exchange);

/// The exchange with the bad policy in short, moved in as a block of code: the messages as HTTP
/// with what counts for CORS in them, and below them what is printed, in lines of at most `width`
/// columns.
std::string exchange_block(const ExampleExchange& exchange, std::size_t width,
                           const Painter& painter);

}  // namespace corslint
