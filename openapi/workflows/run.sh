#!/bin/sh
# Run the workflows beside this file, or in the folder that is named, against the Graph at WHATSAPP_BASE_URL,
# as `python -m wabakit.emulator exec` names it.
# Redocly's Respect is found on the PATH, or named by REDOCLY; it reads token and addresses from the
# environment, so that they stand in no list of processes.
set -eu
cd "${1:-$(dirname "$0")}"
REDOCLY_CLI_RESPECT_SERVER="graph=$WHATSAPP_BASE_URL/v23.0,control=$WHATSAPP_BASE_URL/_emulator"
REDOCLY_CLI_RESPECT_INPUT="token=$WHATSAPP_ACCESS_TOKEN,waba_id=$WHATSAPP_BUSINESS_ACCOUNT_ID"
export REDOCLY_CLI_RESPECT_SERVER REDOCLY_CLI_RESPECT_INPUT REDOCLY_TELEMETRY=off
exec "${REDOCLY:-redocly}" respect ./*.arazzo.yaml
