-- Health of EventDrivenService and InfraBinding for Argo CD, so that sync waves wait for what really runs. In argocd-cm:
--   resource.customizations.health.platform.bizmatters.io_EventDrivenService: |
--     (this file, and once more for InfraBinding)
-- Argo CD has a check for *.crossplane.io only; without this one a claim is healthy as soon as it exists.

local function answer(status, message)
  return {status = status, message = message or ""}
end

local function by_type(conditions)
  local found = {}
  for _, condition in ipairs(conditions or {}) do
    found[condition.type] = condition
  end
  return found
end

-- blocked or degraded needs someone; anything else passes by itself
local function judged(phase, condition)
  if condition.status == "True" then
    return answer(phase == "Paused" and "Suspended" or "Healthy", condition.message)
  end
  if phase == "Blocked" or phase == "Degraded" then
    return answer("Degraded", condition.message)
  end
  return answer(phase == "Paused" and "Suspended" or "Progressing", condition.message)
end

if obj.metadata.deletionTimestamp ~= nil then
  return answer("Progressing", "being deleted")
end
if obj.status == nil or obj.status.conditions == nil then
  return answer("Progressing", "waiting for Crossplane")
end

local conditions = by_type(obj.status.conditions)
local synced, validated, operational = conditions.Synced, conditions.Validated, conditions.Operational

if synced ~= nil and synced.reason == "ReconcilePaused" then
  return answer("Suspended", "reconciliation is paused")
end
if synced ~= nil and (synced.observedGeneration or 0) > 0 and synced.observedGeneration < (obj.metadata.generation or 0) then
  return answer("Progressing", "waiting for Crossplane to see the change")
end
-- before the first answer of the function Synced may be False for a moment: that is no fault yet
if validated == nil or operational == nil then
  return answer("Progressing", synced ~= nil and synced.message or "waiting for the function")
end
-- a refused input leaves the other fields of the status as they were, so it is looked at first
if validated.status ~= "True" then
  return answer("Degraded", validated.message)
end
if synced ~= nil and synced.status == "False" then
  return answer("Degraded", synced.message)
end
-- a namespaced composite says which generation was rendered; a claim cannot
if obj.status.observedGeneration ~= nil and obj.status.observedGeneration < (obj.metadata.generation or 0) then
  return answer("Progressing", "waiting for the change to be rendered")
end
-- so it may still show the health from before an edit: the image that runs tells after the most common one
local image, phase = obj.status.image, obj.status.phase
if operational.status == "True" and phase ~= "Paused" and image ~= nil and obj.spec.image ~= nil and image ~= obj.spec.image then
  return answer("Progressing", "waiting for the new image to be applied")
end
return judged(phase, operational)
